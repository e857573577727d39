package org.exchangehub.benchmarks.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An issuer of tokens in Keycloak's place, so that no third server shares the processors with what is measured. Tokens carry
 * the claims Keycloak's do; the hub checks them as always, with the keys it fetches from here.
 */
final class Issuer implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofHours(6);
    private static final String REALM = "/realms/hub";

    private final KeyPair key;
    private final HttpServer server;

    Issuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] keys = json(Map.of("keys", List.of(published())));
        server.createContext(REALM + "/protocol/openid-connect/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    private Map<String, String> published() {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                "bench",
                "n",
                number(rsa.getModulus()),
                "e",
                number(rsa.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
    }

    /** A person of a department. */
    String person(String name, String department, String role) {
        return token(name, "catalog-ui", department, List.of(role));
    }

    /** A source's or application's client. */
    String client(String id, String department) {
        return token("service-account-" + id, id, department, List.of());
    }

    private String token(String name, String client, String department, List<String> roles) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        Map<String, Object> claims = Map.of(
                "iss", url(),
                "sub",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString(),
                "aud", List.of("exchange-hub", "account"),
                "iat", now,
                "exp", now + LIFE.toSeconds(),
                "jti", UUID.randomUUID().toString(),
                "azp", client,
                "preferred_username", name,
                "realm_access", Map.of("roles", roles),
                "departments", List.of("/departments/" + department));
        String signed = BASE64.encodeToString(json(Map.of("alg", "RS256", "kid", "bench", "typ", "JWT"))) + "."
                + BASE64.encodeToString(json(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
