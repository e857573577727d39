package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.CosignatureSigner;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.Quorum;
import org.exchangehub.tlog.TlogProof;
import org.exchangehub.tlog.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HubTest
class WitnessesTest {

    private static final String ORIGIN = "hub.test/log";
    private static final Who SOMEBODY = new Who("4711", "app-test", "market-supervision");

    private final HubClient hub;
    private final AuditLog log;
    private final LogStore store;
    private final LogSigner signer;
    private final Cosignatures cosignatures;
    private final Lease lease;
    private final Neighbour neighbour;

    WitnessesTest(
            HubClient hub, AuditLog log, LogStore store, LogSigner signer, Cosignatures cosignatures, Lease lease) {
        this.hub = hub;
        this.log = log;
        this.store = store;
        this.signer = signer;
        this.cosignatures = cosignatures;
        this.lease = lease;
        this.neighbour = new Neighbour();
    }

    /** A real witness over HTTP, with a memory that lasts as long as the test. */
    private final class Neighbour implements Witness.Memory, AutoCloseable {

        final CosignatureSigner key;
        final Map<String, String> last = new ConcurrentHashMap<>();
        HttpServer server = listening(0);

        Neighbour() {
            try {
                key = CosignatureSigner.of(
                        "witness.example/" + UUID.randomUUID(),
                        KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPrivate());
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private HttpServer listening(int port) {
            try {
                HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
                fresh.createContext("/w/add-checkpoint", exchange -> {
                    Witness witness = new Witness(key, List.of(signer.key()), this, Clock.systemUTC());
                    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    Witness.Answer answer = witness.add(body);
                    byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer.status(), text.length);
                    exchange.getResponseBody().write(text);
                    exchange.close();
                });
                fresh.start();
                return fresh;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }

        void goesAwayAndComesBack(Runnable meanwhile) {
            int port = server.getAddress().getPort();
            server.stop(0);
            meanwhile.run();
            server = listening(port);
        }

        WitnessSettings settings() {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w/");
            return new WitnessSettings(key.key().name(), url, key.key().vkey());
        }

        @Override
        public Optional<String> last(String origin) {
            return Optional.ofNullable(last.get(origin));
        }

        @Override
        public void keep(String origin, String note) {
            last.put(origin, note);
        }

        @Override
        public void accuse(String origin, String kept, String contradicting) {}
    }

    @BeforeEach
    void somethingIsSigned() {
        appended();
    }

    @AfterEach
    void theNeighbourLeaves() {
        neighbour.close();
    }

    @Test
    void cosignTheNewestCheckpointAndGoOnFromTheirLast() {
        Cosigner cosigner = cosigner();

        cosigner.offer();
        long first = cosignedSize();
        appended();
        cosigner.offer();

        assertThat(cosignedSize()).isGreaterThan(first);
        assertThat(cosigner.problem()).isEmpty();
    }

    @Test
    void areCaughtUpWithWhenTheyStandElsewhereThanTheHubRemembers() {
        cosigner().offer();
        String kept = Objects.requireNonNull(neighbour.last.get(ORIGIN));
        appended();
        try (Neighbour unknown = new Neighbour()) {
            unknown.last.put(ORIGIN, kept);
            Cosigner cosigner = new Cosigner(unknown.settings(), store, cosignatures, lease);

            cosigner.offer();

            assertThat(cosigner.problem()).isEmpty();
            assertThat(Checkpoint.unverified(Objects.requireNonNull(unknown.last.get(ORIGIN)))
                            .size())
                    .isGreaterThan(Checkpoint.unverified(kept).size());
        }
    }

    @Test
    void areAskedAgainWhenTheyCouldNotBeReached() {
        Cosigner cosigner = cosigner();

        neighbour.goesAwayAndComesBack(() -> {
            cosigner.offer();
            Duration first = cosigner.pause();
            cosigner.offer();

            assertThat(cosigner.problem())
                    .hasValueSatisfying(said -> assertThat(said).contains("does not answer"));
            assertThat(cosigner.pause()).isGreaterThan(first);
            assertThat(appended().index()).isNotNegative();
        });
        cosigner.offer();

        assertThat(cosigner.problem()).isEmpty();
        assertThat(cosignedSize()).isPositive();
    }

    @Test
    void noticeThatTheDatabaseIsAnOlderCopy() {
        neighbour.last.put(ORIGIN, signed(1L << 40));
        Cosigner cosigner = cosigner();

        cosigner.offer();

        assertThat(cosigner.problem())
                .hasValueSatisfying(said -> assertThat(said).contains("may be an older copy"));
    }

    @Test
    void noticeThatTheLogIsAFork() {
        neighbour.last.put(
                ORIGIN,
                signed(Checkpoint.unverified(store.checkpoint().orElseThrow()).size()));
        Cosigner cosigner = cosigner();

        cosigner.offer();

        assertThat(cosigner.problem())
                .hasValueSatisfying(said -> assertThat(said).contains("may be a fork"));
    }

    @Test
    void standOnReceiptsAndOnTheCheckpoint() {
        Evidence evidence = appended();
        Witnesses witnesses = new Witnesses(List.of(neighbour.settings()), store, cosignatures, lease);
        Receipts receipts = new Receipts(store, witnesses);

        assertThat(receipts.of(evidence.index()).witnesses()).isEqualTo("0/1");
        cosigner().offer();
        Receipts.Receipt receipt = receipts.of(evidence.index());

        assertThat(receipt.witnesses()).isEqualTo("1/1");
        TlogProof proof = TlogProof.parse(receipt.text());
        new Quorum(List.of(neighbour.key.key()), 1).verify(proof.checkpoint());
        proof.verify(signer.key(), proof.extraBytes().orElseThrow());
        assertThat(witnesses.standing())
                .singleElement()
                .satisfies(standing -> assertThat(standing.size()).isEqualTo(cosignedSize()));
    }

    @Test
    void areNoneByDefaultWhichIsSaid() {
        Evidence evidence = appended();

        var receipt = hub.as("audit-admin").get("/api/v1/audit/entries/" + evidence.index() + "/receipt");

        assertThat(receipt.header("Hub-Witnesses")).hasValue("0/0");
        assertThat(hub.as("market-steward")
                        .get("/log/witnesses")
                        .json()
                        .get("of")
                        .asInt())
                .isZero();
        assertThat(hub.anonymously().get("/log/witnesses").status()).isEqualTo(401);
    }

    @Test
    void areRefusedInTheSettingsWhenTheyCannotBeVerified() {
        WitnessSettings good = neighbour.settings();

        assertThatThrownBy(
                        () -> new WitnessSettings("w", good.url(), signer.key().vkey()))
                .hasMessageContaining("signature type");
        assertThatThrownBy(() -> new WitnessSettings("w", URI.create("ftp://w"), good.vkey()))
                .hasMessageContaining("http");
        assertThatThrownBy(() -> new Witnesses(List.of(good, good), store, cosignatures, lease))
                .hasMessageContaining("may stand there once");
    }

    private Cosigner cosigner() {
        return new Cosigner(neighbour.settings(), store, cosignatures, lease);
    }

    private long cosignedSize() {
        return cosignatures.last(neighbour.key.key()).orElseThrow().size();
    }

    private String signed(long size) {
        return signer.sign(new Checkpoint(ORIGIN, size, Hash.OF_NOTHING).text());
    }

    /** Appends a fact and waits until a checkpoint covers it. */
    private Evidence appended() {
        Evidence evidence = log.append(AuditFact.of(Auditable.RECORD_READ, SOMEBODY)
                .dataset("207001-000001")
                .build());
        await().until(() -> store.checkpoint()
                .filter(note -> Checkpoint.unverified(note).size() > evidence.index())
                .isPresent());
        return evidence;
    }
}
