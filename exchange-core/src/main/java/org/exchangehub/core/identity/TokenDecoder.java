package org.exchangehub.core.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Validates tokens here, without asking the issuer: signature, issuer, audience, times.
 *
 * <p>Keys are fetched again when a token names an unknown one, but at most twice in {@link #REFETCH_MILLIS}, so that
 * neither a key rotation nor forged key ids become a storm of requests; while the issuer is down the last keys hold.
 */
final class TokenDecoder implements JwtDecoder {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MOST_BYTES = 200_000;
    private static final long KEYS_LIVE_MILLIS = 300_000;
    private static final long REFETCH_MILLIS = 10_000;
    private static final long OUTAGE_MILLIS = 8 * 3_600_000L;

    private final NimbusJwtDecoder decoder;
    private volatile boolean keysKnown;

    TokenDecoder(IdentitySettings settings) {
        this.decoder = NimbusJwtDecoder.withJwkSource(keys(settings))
                .jwsAlgorithms(algorithms -> algorithms.addAll(
                        Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .build();
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, found -> found != null && found.contains(settings.audience()));
        this.decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                List.of(new JwtIssuerValidator(settings.issuer().toString()), audience)));
    }

    /**
     * The token, if it is good.
     *
     * @throws BadJwtException when it is not, or its key is none of those known and they may not be fetched again yet
     * @throws JwtException when nothing can be said of it, because the issuer's keys cannot be had
     */
    @Override
    public Jwt decode(String token) {
        try {
            Jwt decoded = decoder.decode(token);
            keysKnown = true;
            return decoded;
        } catch (BadJwtException refused) {
            throw refused;
        } catch (JwtException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof KeySourceException && !(keysKnown && cause instanceof RateLimitReachedException)) {
                    throw failed;
                }
            }
            throw new BadJwtException("The token's key is not known.", failed);
        }
    }

    private static JWKSource<SecurityContext> keys(IdentitySettings settings) {
        try {
            return JWKSourceBuilder.create(
                            settings.endpoint("certs").toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES))
                    .cache(KEYS_LIVE_MILLIS, TIMEOUT_MILLIS * 2L)
                    .rateLimited(REFETCH_MILLIS)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException("hub.identity.issuer is not a URL: " + settings.issuer(), impossible);
        }
    }
}
