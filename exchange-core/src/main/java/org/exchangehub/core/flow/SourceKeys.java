package org.exchangehub.core.flow;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key pair a source's client proves itself with (private_key_jwt, RFC 7523): made in memory, the certificate given
 * to Keycloak, the private key to NiFi as a sensitive parameter, neither kept by the hub. Losing it costs nothing: a
 * new pair takes its place.
 *
 * @param privateKeyPem PKCS#8, PEM
 * @param certificatePem X.509 self-signed, PEM
 */
record SourceKeys(String privateKeyPem, String certificatePem) {

    private static final int BITS = 2048;
    private static final Duration LIFE = Duration.ofDays(3650);

    static SourceKeys generate(String client, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SourceKeys(
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    pem("CERTIFICATE", certificate(client, pair, now).getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("This Java runtime cannot make an RSA key pair", e);
        }
    }

    private static X509Certificate certificate(String client, KeyPair pair, Instant now)
            throws OperatorCreationException, GeneralSecurityException {
        X500Principal name = new X500Principal("CN=" + client);
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(127, new SecureRandom()),
                                Date.from(now.minus(Duration.ofMinutes(5))),
                                Date.from(now.plus(LIFE)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }

    @Override
    public String toString() {
        return "SourceKeys[not shown]";
    }
}
