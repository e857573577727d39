package org.exchangehub.core.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RealmsResource;
import org.springframework.stereotype.Component;

/** Keycloak's administration interface for our realm, as the hub's own service account (private_key_jwt, RFC 7523). */
@Component
class KeycloakRealm {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SAFETY = Duration.ofSeconds(20);

    private final IdentitySettings settings;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private @Nullable RealmResource realm;
    private @Nullable String token;
    private Instant tokenEnds = Instant.EPOCH;

    KeycloakRealm(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean configured() {
        return settings.admin() != null;
    }

    /** The realm; its calls throw {@link ProcessingException} while Keycloak is down. */
    synchronized RealmResource realm() {
        if (realm == null) {
            Client client = Keycloak.getClientProvider().newRestEasyClient(null, null, false);
            client.register((ClientRequestFilter)
                    request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token()));
            realm = Keycloak.getClientProvider()
                    .targetProxy(client.target(settings.serverUrl()), RealmsResource.class)
                    .realm(settings.realm());
        }
        return realm;
    }

    private synchronized String token() throws IOException {
        String current = token;
        if (current == null || clock.instant().isAfter(tokenEnds.minus(SAFETY))) {
            current = fetchToken();
            token = current;
        }
        return current;
    }

    private String fetchToken() throws IOException {
        String form = "grant_type=client_credentials&client_assertion_type="
                + encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion=" + encode(assertion());
        HttpRequest request = HttpRequest.newBuilder(settings.endpoint("token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the token endpoint answered " + response.statusCode() + " to the hub's client");
            }
            Map<String, Object> body = JSONObjectUtils.parse(response.body());
            tokenEnds = clock.instant().plusSeconds(JSONObjectUtils.getLong(body, "expires_in"));
            return JSONObjectUtils.getString(body, "access_token");
        } catch (ParseException unexpected) {
            throw new IOException("the token endpoint's answer is not JSON", unexpected);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a token", interrupted);
        }
    }

    private String assertion() throws IOException {
        IdentitySettings.Admin admin = admin();
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(admin.client())
                .subject(admin.client())
                .audience(settings.issuer().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            jwt.sign(new RSASSASigner(privateKey(admin)));
            return jwt.serialize();
        } catch (JOSEException | GeneralSecurityException unusable) {
            throw new IOException(admin.keyFile() + " must hold an RSA private key in PKCS #8 PEM", unusable);
        }
    }

    private IdentitySettings.Admin admin() {
        IdentitySettings.Admin admin = settings.admin();
        if (admin == null) {
            throw new HubProblem(
                    ErrorCode.IDENTITY_UNAVAILABLE, "hub.identity.admin is not set: no clients can be provisioned.");
        }
        return admin;
    }

    private static PrivateKey privateKey(IdentitySettings.Admin admin) throws IOException, GeneralSecurityException {
        String pem = Files.readString(admin.keyFile(), StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
