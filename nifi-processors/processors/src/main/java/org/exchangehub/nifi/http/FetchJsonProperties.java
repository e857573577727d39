package org.exchangehub.nifi.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.expression.AttributeExpression.ResultType;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.DataUnit;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.ssl.SSLContextProvider;
import org.exchangehub.nifi.connection.Wire;

/** The properties of {@link FetchJson}, and the settings they amount to. */
final class FetchJsonProperties {

    static final AllowableValue NONE = new AllowableValue("NONE", "NONE", "One answer holds all items.");
    static final AllowableValue PAGE = new AllowableValue(
            "PAGE",
            "PAGE",
            "Pages are numbered from 1 in a parameter of the query; the first without items is the end.");
    static final AllowableValue NEXT_LINK = new AllowableValue(
            "NEXT_LINK", "NEXT_LINK", "A page names the next in its Link header (RFC 8288) or at a place of its body.");

    static final PropertyDescriptor URL = new PropertyDescriptor.Builder()
            .name("URL")
            .description("Address of the API, http or https, with whatever query it wants.")
            .required(true)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();
    static final PropertyDescriptor ITEMS =
            optional("Items Pointer", "JSON pointer to the array of items; without it, the answer is that array.");
    static final PropertyDescriptor PAGING = new PropertyDescriptor.Builder()
            .name("Paging")
            .description("How the API hands out more than one page.")
            .required(true)
            .allowableValues(NONE, PAGE, NEXT_LINK)
            .defaultValue(NONE)
            .build();
    static final PropertyDescriptor PAGE_PARAMETER =
            optional("Page Parameter", "For PAGE: the parameter with the page's number.");
    static final PropertyDescriptor SIZE_PARAMETER = optional(
            "Size Parameter", "For PAGE: the parameter with the number of items wanted; without it, none is sent.");
    static final PropertyDescriptor PAGE_SIZE = new PropertyDescriptor.Builder()
            .name("Page Size")
            .description("For PAGE: how many items to ask for.")
            .required(true)
            .defaultValue("500")
            .addValidator(StandardValidators.createLongValidator(1, 100_000, true))
            .build();
    static final PropertyDescriptor NEXT_POINTER = optional(
            "Next Pointer", "For NEXT_LINK: JSON pointer to the next page's address; without it, the Link header.");
    static final PropertyDescriptor HEADER_NAME =
            optional("Header Name", "A header by which the API knows its caller; without it, none is sent.");
    static final PropertyDescriptor HEADER_VALUE = new PropertyDescriptor.Builder()
            .name("Header Value")
            .description("That header's value. It is sent over https, or over http to this machine only.")
            .sensitive(true)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();
    static final PropertyDescriptor REVISION = new PropertyDescriptor.Builder()
            .name("Revision")
            .description("Whatever changes when items must be taken again though they are the same.")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();
    static final PropertyDescriptor SSL_CONTEXT = new PropertyDescriptor.Builder()
            .name("SSL Context Service")
            .description(
                    "Which servers to trust, and a client certificate if they want one. Without it, those the JVM trusts.")
            .identifiesControllerService(SSLContextProvider.class)
            .build();
    static final PropertyDescriptor CONNECT_TIMEOUT =
            duration("Connect Timeout", "10 secs", "How long to wait for a connection.");
    static final PropertyDescriptor PAGE_TIMEOUT =
            duration("Page Timeout", "2 mins", "How long one page may take, to its last byte.");
    static final PropertyDescriptor MOST_PAGES = new PropertyDescriptor.Builder()
            .name("Maximum Pages")
            .description("An API with more pages is refused.")
            .required(true)
            .defaultValue("10000")
            .addValidator(StandardValidators.createLongValidator(1, 1_000_000, true))
            .build();
    static final PropertyDescriptor LARGEST = new PropertyDescriptor.Builder()
            .name("Maximum Size")
            .description("Answers that together are larger are refused.")
            .required(true)
            .defaultValue("512 MB")
            .addValidator(StandardValidators.DATA_SIZE_VALIDATOR)
            .build();

    static final List<PropertyDescriptor> ALL = List.of(
            URL,
            ITEMS,
            PAGING,
            PAGE_PARAMETER,
            SIZE_PARAMETER,
            PAGE_SIZE,
            NEXT_POINTER,
            HEADER_NAME,
            HEADER_VALUE,
            REVISION,
            SSL_CONTEXT,
            CONNECT_TIMEOUT,
            PAGE_TIMEOUT,
            MOST_PAGES,
            LARGEST);

    private static final Set<String> OURS =
            Set.of("accept", "connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private FetchJsonProperties() {}

    static JsonApi.Settings settings(PropertyContext context) {
        String header = text(context, HEADER_NAME);
        return new JsonApi.Settings(
                URI.create(text(context, URL)),
                JsonPointer.compile(text(context, ITEMS)),
                paging(context),
                header.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new JsonApi.Header(header, text(context, HEADER_VALUE))),
                time(context, PAGE_TIMEOUT),
                requireNonNull(context.getProperty(MOST_PAGES).asInteger()),
                requireNonNull(context.getProperty(LARGEST).asDataSize(DataUnit.B))
                        .longValue());
    }

    static String revision(PropertyContext context) {
        return text(context, REVISION);
    }

    static Duration time(PropertyContext context, PropertyDescriptor property) {
        return Duration.ofMillis(requireNonNull(context.getProperty(property).asTimePeriod(TimeUnit.MILLISECONDS)));
    }

    private static Paging paging(PropertyContext context) {
        String kind = text(context, PAGING);
        if (kind.equals(PAGE.getValue())) {
            return new Paging.ByNumber(
                    text(context, PAGE_PARAMETER),
                    text(context, SIZE_PARAMETER),
                    requireNonNull(context.getProperty(PAGE_SIZE).asInteger()));
        }
        if (kind.equals(NEXT_LINK.getValue())) {
            String pointer = text(context, NEXT_POINTER);
            return new Paging.ByLink(pointer.isEmpty() ? Optional.empty() : Optional.of(JsonPointer.compile(pointer)));
        }
        return new Paging.None();
    }

    static Collection<ValidationResult> validate(ValidationContext context) {
        List<ValidationResult> results = new ArrayList<>();
        results.add(pointer(context, ITEMS));
        results.add(pointer(context, NEXT_POINTER));
        boolean numbered = text(context, PAGING).equals(PAGE.getValue());
        results.add(result(
                PAGE_PARAMETER,
                numbered && text(context, PAGE_PARAMETER).isEmpty()
                        ? "expected a name, because pages are numbered"
                        : ""));
        String header = text(context, HEADER_NAME);
        if (!header.isEmpty()) {
            boolean name =
                    header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") && !OURS.contains(header.toLowerCase(Locale.ROOT));
            results.add(result(HEADER_NAME, name ? "" : "expected the name of a header that is free, found " + header));
            results.add(result(
                    HEADER_VALUE,
                    text(context, HEADER_VALUE).matches("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?")
                            ? ""
                            : "expected printable ASCII characters"));
        }
        results.add(url(context, !header.isEmpty()));
        return results;
    }

    private static ValidationResult url(ValidationContext context, boolean secret) {
        try {
            URI url = new URI(text(context, URL));
            boolean http = Set.of("http", "https").contains(String.valueOf(url.getScheme()));
            if (!http || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
                return result(URL, "expected http or https with a host, without user, password or fragment");
            }
            return result(
                    URL, secret && !Wire.keepsSecrets(url) ? "expected https, because a secret is sent along" : "");
        } catch (URISyntaxException e) {
            return result(URL, "expected a URL");
        }
    }

    private static ValidationResult pointer(ValidationContext context, PropertyDescriptor property) {
        try {
            JsonPointer.compile(text(context, property));
            return result(property, "");
        } catch (IllegalArgumentException e) {
            return result(property, "expected a JSON pointer such as /data/items");
        }
    }

    private static ValidationResult result(PropertyDescriptor property, String explanation) {
        return new ValidationResult.Builder()
                .subject(property.getDisplayName())
                .valid(explanation.isEmpty())
                .explanation(explanation)
                .build();
    }

    private static String text(PropertyContext context, PropertyDescriptor property) {
        String value = property.isExpressionLanguageSupported()
                ? context.getProperty(property).evaluateAttributeExpressions().getValue()
                : context.getProperty(property).getValue();
        return value == null ? "" : value.trim();
    }

    /** Expressions are read so that a flow's parameter can say "none": it cannot be empty. */
    private static PropertyDescriptor optional(String name, String description) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description(description)
                .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
                .addValidator(StandardValidators.createAttributeExpressionLanguageValidator(ResultType.STRING))
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
}
