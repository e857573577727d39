package org.exchangehub.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private static final Source NEW = new Source(
            "shop-files",
            "207001-000901",
            "market-supervision",
            "店铺",
            "shops",
            Source.Mode.UPSERT,
            new SourceSettings.CsvFolder("/srv/drop", "UTF-8", ",", 5),
            "{}",
            Source.State.PROVISIONING,
            null,
            0,
            null,
            NOW,
            1);

    @Test
    void goesFromProvisioningToRunningAndBackAndForthToStopped() {
        Source running = NEW.provisioned("group");

        assertThat(running.stopped().started().state()).isEqualTo(Source.State.RUNNING);
        assertThat(running.processGroup()).isEqualTo("group");
        assertThat(NEW.client()).isEqualTo("source-shop-files");
    }

    @Test
    void neverComesBackFromBeingDeleted() {
        Source deleting = NEW.deleting();

        assertThatThrownBy(deleting::started)
                .isInstanceOf(HubProblem.class)
                .hasMessageContaining("DELETING")
                .hasMessageContaining("RUNNING");
    }

    @Test
    void thatHasFailedIsProvisionedAgainAndNotJustStarted() {
        Source failed = NEW.failed(new LocalizedText("没有目录", "no folder"));

        assertThatThrownBy(failed::started).isInstanceOf(HubProblem.class);
        assertThat(failed.waiting(null).state()).isEqualTo(Source.State.PROVISIONING);
    }

    @Test
    void getsAKeyPairWhoseHalvesFit() throws Exception {
        SourceKeys keys = SourceKeys.generate("source-shop-files", NOW);

        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(keys.certificatePem().getBytes(StandardCharsets.US_ASCII)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(
                        Base64.getMimeDecoder().decode(keys.privateKeyPem().replaceAll("-----[A-Z ]+-----", "")))));
        signature.update(new byte[] {1});
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(new byte[] {1});

        assertThat(signature.verify(signed)).isTrue();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=source-shop-files");
        assertThat(keys.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void tellsTheStewardNiFisErrorWithoutNiFisNames() {
        assertThat(FlowStatus.sentence(
                        "Read the table",
                        "QueryDatabaseTableRecord[id=5f218425-6fbc-5614-b284-3c878491ddf1] Unable to execute SQL: no table\n"
                                + "- Caused by: x"))
                .isEqualTo(new LocalizedText(
                        "Read the table：Unable to execute SQL: no table",
                        "Read the table: Unable to execute SQL: no table"));
    }

    @Test
    void saysItsErrorInTheLanguagesItCameIn() {
        LocalizedText error = FlowStatus.sentence("Ask the API", "FetchJson[id=1-2] 接口返回 500 ‖ the API answered 500");

        assertThat(error.zh()).isEqualTo("Ask the API：接口返回 500");
        assertThat(error.en()).isEqualTo("Ask the API: the API answered 500");
    }
}
