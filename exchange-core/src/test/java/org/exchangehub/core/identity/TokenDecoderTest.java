package org.exchangehub.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

/** An issuer's keys over HTTP, which can be away: what then is said of tokens. */
class TokenDecoderTest {

    private final AtomicBoolean away = new AtomicBoolean();
    private RSAKey key;
    private HttpServer issuer;
    private TokenDecoder decoder;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/", exchange -> {
            exchange.sendResponseHeaders(away.get() ? 503 : 200, away.get() ? -1 : keys.length);
            if (!away.get()) {
                exchange.getResponseBody().write(keys);
            }
            exchange.close();
        });
        issuer.start();
        decoder = new TokenDecoder(new IdentitySettings(realm(), "exchange-hub", null));
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    private URI realm() {
        return URI.create("http://localhost:" + issuer.getAddress().getPort() + "/realms/test");
    }

    private String token(RSAKey signedWith) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signedWith.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(realm().toString())
                        .subject("4711")
                        .audience("exchange-hub")
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        token.sign(new RSASSASigner(signedWith));
        return token.serialize();
    }

    @Test
    void neverCallsAGoodTokenBadWhileNoKeysCouldBeHadYet() throws JOSEException {
        away.set(true);
        String good = token(key);
        for (int i = 0; i < 10; i++) {
            Throwable refused = catchThrowable(() -> decoder.decode(good));
            assertThat(refused)
                    .as("call %d", i)
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void goesOnAcceptingGoodTokensWithTheKeysItHasAndRefusingThoseOfUnknownOnes() throws JOSEException {
        assertThat(decoder.decode(token(key)).getSubject()).isEqualTo("4711");
        away.set(true);
        RSAKey another = new RSAKeyGenerator(2048).keyID("another").generate();
        String forged = token(another);
        for (int i = 0; i < 5; i++) {
            assertThat(decoder.decode(token(key)).getSubject()).isEqualTo("4711");
            assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(JwtException.class);
        }
    }
}
