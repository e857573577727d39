package org.exchangehub.engines.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logs an application in by client credentials with a signed assertion (private_key_jwt, RFC 7523), RS256. */
public final class ClientLogin {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final long ASSERTION_SECONDS = 30;

    private final Realm realm;
    private final Clock clock;

    public ClientLogin(Realm realm, Clock clock) {
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * An access token of this client.
     *
     * @param keyFile the client's RSA private key, PKCS#8 PEM
     */
    public String token(String clientId, Path keyFile) {
        return token(clientId, keyFile, null);
    }

    /**
     * An access token of a client that has several keys.
     *
     * @param keyId the key's id as the provider knows it
     */
    public String token(String clientId, Path keyFile, @Nullable String keyId) {
        return realm.token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion(clientId, keyFile, keyId)));
    }

    /** An access token of a client that cannot sign and has a secret instead. */
    public String tokenBySecret(String clientId, String secret) {
        return realm.token(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    private String assertion(String clientId, Path keyFile, @Nullable String keyId) {
        Instant now = clock.instant();
        String kid = keyId == null ? "" : ",\"kid\":\"" + keyId + "\"";
        String header = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"" + kid + "}");
        String claims =
                encode("{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
                        .formatted(
                                clientId,
                                realm.issuer(),
                                UUID.randomUUID(),
                                now.getEpochSecond(),
                                now.getEpochSecond() + ASSERTION_SECONDS));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey(keyFile));
            signature.update((header + "." + claims).getBytes(UTF_8));
            return header + "." + claims + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException | IOException e) {
            throw new LoginFailed("key of " + clientId + " in " + keyFile + " cannot sign", e);
        }
    }

    private static PrivateKey privateKey(Path keyFile) throws IOException, GeneralSecurityException {
        String pem =
                Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }
}
