package org.exchangehub.core.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An issuer in Keycloak's place: it publishes its keys over HTTP and signs tokens with the claims Keycloak gives. */
public final class TestTokens {

    private static final TestTokens SHARED = new TestTokens();
    private static final long LIFETIME_SECONDS = 300;
    private static final String MARKET = "market-supervision";
    private static final String APPROVAL = "administrative-approval";
    private static final String BUREAU = "data-bureau";

    private record Account(String department, List<String> roles) {}

    private static final Map<String, Account> CAST = Map.ofEntries(
            Map.entry("market-steward", new Account(MARKET, List.of("steward"))),
            Map.entry("market-head", new Account(MARKET, List.of("sharing-head"))),
            Map.entry("market-developer", new Account(MARKET, List.of("developer"))),
            Map.entry("approval-steward", new Account(APPROVAL, List.of("steward"))),
            Map.entry("approval-head", new Account(APPROVAL, List.of("sharing-head"))),
            Map.entry("approval-developer", new Account(APPROVAL, List.of("developer"))),
            Map.entry("authority", new Account(BUREAU, List.of("catalog-authority"))),
            Map.entry("system-admin", new Account(BUREAU, List.of("system-admin"))),
            Map.entry("security-admin", new Account(BUREAU, List.of("security-admin"))),
            Map.entry("audit-admin", new Account(BUREAU, List.of("audit-admin"))));

    private final RSAKey key;
    private final HttpServer server;

    private TestTokens() {
        try {
            key = new RSAKeyGenerator(2048)
                    .keyID("test")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/realms/hub/protocol/openid-connect/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public static TestTokens shared() {
        return SHARED;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/hub";
    }

    /** A person of the cast ({@code market-steward}, {@code authority}…) logged in at the catalog's pages. */
    public String person(String username) {
        Account account = CAST.get(username);
        if (account == null) {
            throw new IllegalArgumentException(username + " is not of the cast " + CAST.keySet());
        }
        return person(username, List.of(account.department()), account.roles());
    }

    /** A person with any departments and roles. */
    public String person(String username, List<String> departments, List<String> roles) {
        return sign(claims(username, "catalog-ui", departments, roles), key);
    }

    /** A source's or application's client in a department. */
    public String client(String clientId, String department) {
        return sign(claims("service-account-" + clientId, clientId, List.of(department), List.of()), key);
    }

    /** A token of the market steward with something changed. */
    public String altered(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(change.apply(claims("market-steward", "catalog-ui", List.of(MARKET), List.of("steward"))), key);
    }

    /** A token of the market steward signed with a key the issuer does not publish. */
    public String forged() {
        try {
            RSAKey other = new RSAKeyGenerator(2048).keyID("test").generate();
            return sign(claims("market-steward", "catalog-ui", List.of(MARKET), List.of("steward")), other);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWTClaimsSet.Builder claims(String name, String client, List<String> departments, List<String> roles) {
        Instant now = Clock.systemUTC().instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .audience(List.of("exchange-hub", "account"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)))
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("azp", client)
                .claim("preferred_username", name)
                .claim("realm_access", Map.of("roles", roles))
                .claim(
                        "departments",
                        departments.stream().map(code -> "/departments/" + code).toList());
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
