package org.exchangehub.nifi.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.ssl.SSLContextProvider;
import org.jspecify.annotations.Nullable;

/** The connection by client credentials with private_key_jwt. */
@Tags({"exchange hub", "http", "oauth2", "private_key_jwt", "client credentials"})
@CapabilityDescription(
        "Connects to an Exchange Hub as one client, which proves itself to the identity server by signing with its"
                + " private key (OAuth 2.0 client credentials, private_key_jwt). Keeps the access token until shortly before it expires;"
                + " repeats what failed for the network's or the server's sake with growing pauses, and as late as Retry-After asks.")
public final class StandardHubConnection extends AbstractControllerService
        implements HubConnection, VerifiableControllerService {

    public static final PropertyDescriptor HUB_URL = new PropertyDescriptor.Builder()
            .name("Hub URL")
            .description(
                    "Base URL of the hub without a path, e.g. https://hub.example. Plain http is taken for this machine only.")
            .required(true)
            .addValidator(StandardValidators.NON_EMPTY_VALIDATOR)
            .build();
    public static final PropertyDescriptor TOKEN_URL = new PropertyDescriptor.Builder()
            .name("Token URL")
            .description("The identity server's token endpoint.")
            .required(true)
            .addValidator(StandardValidators.NON_EMPTY_VALIDATOR)
            .build();
    public static final PropertyDescriptor CLIENT_ID = new PropertyDescriptor.Builder()
            .name("Client ID")
            .description("The client this connection acts as; for a source it is source-<code>.")
            .required(true)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();
    public static final PropertyDescriptor PRIVATE_KEY = new PropertyDescriptor.Builder()
            .name("Private Key")
            .description(
                    "The client's private key, unencrypted PKCS#8 in PEM: RSA of at least 2048 bits, or EC on P-256.")
            .required(true)
            .sensitive(true)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();
    public static final PropertyDescriptor SSL_CONTEXT = new PropertyDescriptor.Builder()
            .name("SSL Context Service")
            .description(
                    "Which servers to trust, and a client certificate if they want one. Without it, those the JVM trusts.")
            .identifiesControllerService(SSLContextProvider.class)
            .build();
    public static final PropertyDescriptor CONNECT_TIMEOUT =
            duration("Connect Timeout", "5 secs", "How long to wait for a connection.");
    public static final PropertyDescriptor REQUEST_TIMEOUT =
            duration("Request Timeout", "2 mins", "How long one attempt may take until the answer begins.");
    public static final PropertyDescriptor ATTEMPTS = new PropertyDescriptor.Builder()
            .name("Maximum Attempts")
            .description("How often a request is sent in all before the processor is told that the hub is unavailable.")
            .required(true)
            .defaultValue("4")
            .addValidator(StandardValidators.createLongValidator(1, 100, true))
            .build();
    public static final PropertyDescriptor FIRST_PAUSE = duration(
            "First Pause", "250 ms", "The pause before the second attempt; it doubles from there, with jitter.");
    public static final PropertyDescriptor LONGEST_PAUSE = duration(
            "Longest Pause",
            "10 secs",
            "No pause is longer; when the hub asks for more, the processor is told at once.");
    public static final PropertyDescriptor CACHE_TIME = duration(
            "Cache Time",
            "15 secs",
            "How long a mapping or a schema is used before the hub is asked whether it changed.");

    private static final List<PropertyDescriptor> PROPERTIES = List.of(
            HUB_URL,
            TOKEN_URL,
            CLIENT_ID,
            PRIVATE_KEY,
            SSL_CONTEXT,
            CONNECT_TIMEOUT,
            REQUEST_TIMEOUT,
            ATTEMPTS,
            FIRST_PAUSE,
            LONGEST_PAUSE,
            CACHE_TIME);

    private volatile @Nullable HttpClient http;
    private volatile @Nullable HubClient client;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @Override
    protected java.util.Collection<ValidationResult> customValidate(ValidationContext context) {
        List<ValidationResult> results = new ArrayList<>();
        results.add(url(HUB_URL, context));
        results.add(url(TOKEN_URL, context));
        String explanation = "";
        try {
            SigningKey.parse(text(context, PRIVATE_KEY));
        } catch (IllegalArgumentException e) {
            explanation = requireNonNull(e.getMessage());
        }
        results.add(result(PRIVATE_KEY, explanation));
        return results;
    }

    @OnEnabled
    public void connect(ConfigurationContext context) {
        HttpClient made = http(context);
        http = made;
        client = client(context, made);
    }

    @OnDisabled
    public void disconnect() {
        HttpClient open = http;
        client = null;
        http = null;
        if (open != null) {
            open.shutdownNow();
        }
    }

    @Override
    public HubAnswer send(HubRequest request) {
        return requireNonNull(client, "the hub connection is not enabled").send(request);
    }

    @Override
    public String document(String path) {
        return requireNonNull(client, "the hub connection is not enabled").document(path);
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ConfigurationContext context, ComponentLog log, Map<String, String> variables) {
        ConfigVerificationResult.Builder result =
                new ConfigVerificationResult.Builder().verificationStepName("Ask the hub who we are");
        try (HttpClient trial = http(context)) {
            String answer =
                    client(context, trial).send(HubRequest.get("/api/v1/me")).body();
            return List.of(
                    result.outcome(Outcome.SUCCESSFUL).explanation(answer).build());
        } catch (HubRefused | HubUnavailable | IllegalArgumentException e) {
            return List.of(
                    result.outcome(Outcome.FAILED).explanation(e.getMessage()).build());
        }
    }

    private static HttpClient http(PropertyContext context) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(time(context, CONNECT_TIMEOUT));
        SSLContextProvider ssl = context.getProperty(SSL_CONTEXT).asControllerService(SSLContextProvider.class);
        return ssl == null
                ? builder.build()
                : builder.sslContext(ssl.createContext()).build();
    }

    private static HubClient client(PropertyContext context, HttpClient http) {
        Clock clock = Clock.systemUTC();
        Duration timeout = time(context, REQUEST_TIMEOUT);
        AccessTokens tokens = new AccessTokens(
                http,
                URI.create(text(context, TOKEN_URL)),
                text(context, CLIENT_ID),
                SigningKey.parse(text(context, PRIVATE_KEY)),
                clock,
                timeout);
        BackOff backOff = new BackOff(
                Integer.parseInt(text(context, ATTEMPTS)), time(context, FIRST_PAUSE), time(context, LONGEST_PAUSE));
        URI hub = URI.create(text(context, HUB_URL).replaceAll("/+$", ""));
        return new HubClient(
                http, tokens, new HubClient.Settings(hub, timeout, time(context, CACHE_TIME), backOff), clock);
    }

    /** A token sent in the clear is anybody's: https, unless the packets stay on this machine. */
    private static ValidationResult url(PropertyDescriptor property, ValidationContext context) {
        String text = text(context, property);
        try {
            URI uri = URI.create(text);
            return result(
                    property, Wire.keepsSecrets(uri) ? "" : "expected https, or http to this machine, found " + text);
        } catch (IllegalArgumentException e) {
            return result(property, "expected a URL, found " + text);
        }
    }

    private static ValidationResult result(PropertyDescriptor property, String explanation) {
        return new ValidationResult.Builder()
                .subject(property.getDisplayName())
                .valid(explanation.isEmpty())
                .explanation(explanation)
                .build();
    }

    private static PropertyDescriptor duration(String name, String value, String description) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description(description)
                .required(true)
                .defaultValue(value)
                .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
                .build();
    }

    private static String text(PropertyContext context, PropertyDescriptor property) {
        String value = context.getProperty(property).getValue();
        return value == null ? "" : value.trim();
    }

    private static Duration time(PropertyContext context, PropertyDescriptor property) {
        return Duration.ofMillis(requireNonNull(context.getProperty(property).asTimePeriod(TimeUnit.MILLISECONDS)));
    }
}
