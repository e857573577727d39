package org.exchangehub.core.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public keys as a developer hands them in: one in PEM (SubjectPublicKeyInfo) or a JWK set (RFC 7517). RSA of at least 2048 bits
 * signs with RS256, EC on P-256 with ES256; a key without an id gets its thumbprint (RFC 7638). A private key is refused: it has
 * been shown.
 */
final class PublicKeys {

    private static final int MOST = 3;
    private static final int RSA_BITS = 2048;
    private static final int LONGEST = 20_000;

    private PublicKeys() {}

    /** The keys, each ready for the identity provider; refuses with {@code REQUEST_INVALID}. */
    static List<JWK> of(@Nullable String pem, @Nullable Map<String, Object> jwks) {
        try {
            List<JWK> given = jwks == null ? List.of(parsed(pem == null ? "" : pem)) : parsed(jwks);
            List<JWK> keys = new ArrayList<>();
            for (JWK key : given) {
                keys.add(ready(key));
            }
            if (keys.isEmpty() || keys.size() > MOST) {
                throw refused(keys.size() + " keys");
            }
            return keys;
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw refused("something else");
        }
    }

    private static List<JWK> parsed(Map<String, Object> jwks) throws ParseException {
        String text = JsonMapper.shared().writeValueAsString(jwks);
        if (text.length() > LONGEST) {
            throw refused(text.length() + " characters");
        }
        return JWKSet.parse(text).getKeys();
    }

    private static JWK parsed(String pem) throws GeneralSecurityException {
        if (pem.length() > LONGEST || pem.contains("PRIVATE KEY") || !pem.contains("-----BEGIN PUBLIC KEY-----")) {
            throw refused(
                    pem.contains("PRIVATE KEY") ? "a private key: it must never leave the application" : "other text");
        }
        byte[] der = Base64.getDecoder()
                .decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)))
                    .build();
        } catch (GeneralSecurityException notRsa) {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build();
        }
    }

    private static JWK ready(JWK key) throws JOSEException {
        if (key.isPrivate()) {
            throw refused("a private key: it must never leave the application");
        }
        String id = key.getKeyID() == null ? key.computeThumbprint().toString() : key.getKeyID();
        if (id.isBlank() || id.length() > 200) {
            throw refused("a key id of " + id.length() + " characters");
        }
        if (key instanceof RSAKey rsa && rsa.size() >= RSA_BITS) {
            return new RSAKey.Builder(rsa)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
        }
        if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
            return new ECKey.Builder(ec)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .build();
        }
        throw refused(key.getKeyType() + " of " + key.size() + " bits");
    }

    private static RuntimeException refused(String found) {
        try {
            new Violations()
                    .add(
                            "/publicKey",
                            "a public key in PEM (BEGIN PUBLIC KEY), or in jwks 1 to " + MOST
                                    + " public keys: RSA of at least " + RSA_BITS + " bits or EC on P-256",
                            found)
                    .refuse("The public key cannot be used.");
        } catch (RuntimeException problem) {
            return problem;
        }
        throw new IllegalStateException("a violation is refused");
    }
}
