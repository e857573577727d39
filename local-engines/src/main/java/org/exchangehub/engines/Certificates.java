package org.exchangehub.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.exchangehub.tlog.NoteSigner;

/** A certificate authority of this installation, and the keys it vouches for; all valid for ten years. */
final class Certificates {

    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final int RSA_BITS = 2048;

    private final Secrets secrets;
    private final Clock clock;

    Certificates(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A client's certificate for private_key_jwt, PEM, made with its key when first asked for. */
    synchronized Path clientCertificate(String clientId) {
        Path key = secrets.file("clients/" + clientId + ".key.pem");
        Path certificate = secrets.file("clients/" + clientId + ".cert.pem");
        if (!Files.exists(certificate)) {
            try {
                KeyPair pair = rsa();
                X509Certificate made = certificate(clientId, pair, clientId, pair.getPrivate(), Use.CLIENT);
                writePem(key, "PRIVATE KEY", pair.getPrivate().getEncoded());
                writePem(certificate, "CERTIFICATE", made.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return certificate;
    }

    /** A key store with a key that our authority vouches for, PKCS#12; its password is in {@code <name>.password}. */
    synchronized Path keyStore(String name, String commonName, boolean server) {
        Path file = secrets.file("tls/" + name + ".p12");
        if (!Files.exists(file)) {
            try {
                KeyPair authority = authority();
                KeyPair pair = rsa();
                X509Certificate made = certificate(
                        commonName,
                        pair,
                        "Exchange Hub local CA",
                        authority.getPrivate(),
                        server ? Use.SERVER : Use.CLIENT);
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry(
                        name, pair.getPrivate(), password(name), new Certificate[] {made, authorityCertificate()});
                writeStore(file, store, password(name));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return file;
    }

    /** A trust store with our authority alone, PKCS#12; its password is in {@code truststore.password}. */
    synchronized Path trustStore() {
        Path file = secrets.file("tls/truststore.p12");
        if (!Files.exists(file)) {
            try {
                authority();
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setCertificateEntry("ca", authorityCertificate());
                writeStore(file, store, password("truststore"));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return file;
    }

    /** The log's Ed25519 signing key, PKCS#8 PEM; beside it, {@code log.vkey} is the key that outsiders verify with. */
    synchronized Path logKey(String origin) {
        Path file = secrets.file("audit/log.key.pem");
        if (!Files.exists(file)) {
            try {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                writePem(file, "PRIVATE KEY", pair.getPrivate().getEncoded());
                StateDirectory.write(
                        secrets.file("audit/log.vkey"),
                        NoteSigner.of(origin, pair.getPrivate()).key().vkey().getBytes(StandardCharsets.US_ASCII));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return file;
    }

    /** The secret from which the hub derives the keys of recipients' tokens. */
    Path tokenSecret() {
        return secrets.keyFile("tokens/secret-1");
    }

    /** The secret that webhooks' secrets are derived from. */
    Path webhookSecret() {
        return secrets.keyFile("webhooks/secret-1");
    }

    Path passwordFile(String store) {
        return secrets.passwordFile("tls/" + store + ".password");
    }

    char[] password(String store) {
        return secrets.password("tls/" + store + ".password").toCharArray();
    }

    private KeyPair authority() throws GeneralSecurityException, IOException {
        Path keyFile = secrets.file("tls/ca.key.pem");
        if (!Files.exists(secrets.file("tls/ca.pem"))) {
            KeyPair pair = rsa();
            writePem(keyFile, "PRIVATE KEY", pair.getPrivate().getEncoded());
            X509Certificate made = certificate(
                    "Exchange Hub local CA", pair, "Exchange Hub local CA", pair.getPrivate(), Use.AUTHORITY);
            writePem(secrets.file("tls/ca.pem"), "CERTIFICATE", made.getEncoded());
            return pair;
        }
        String pem =
                Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PrivateKey key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        return new KeyPair(authorityCertificate().getPublicKey(), key);
    }

    private Certificate authorityCertificate() throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(secrets.file("tls/ca.pem"))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private enum Use {
        AUTHORITY,
        SERVER,
        CLIENT
    }

    private X509Certificate certificate(String subject, KeyPair pair, String issuer, PrivateKey issuerKey, Use use)
            throws GeneralSecurityException {
        Instant now = clock.instant().minusSeconds(60);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                new BigInteger(127, new SecureRandom()),
                Date.from(now),
                Date.from(now.plus(VALIDITY)),
                new X500Name("CN=" + subject),
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == Use.AUTHORITY));
            if (use == Use.SERVER) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, Engine.LOOPBACK)
                }));
            }
            if (use != Use.AUTHORITY) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                }));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey)));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        return generator.generateKeyPair();
    }

    private static void writePem(Path file, String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        StateDirectory.write(
                file,
                ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeStore(Path file, KeyStore store, char[] password)
            throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        StateDirectory.write(file, bytes.toByteArray());
    }
}
