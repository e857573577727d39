package org.exchangehub.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.AddCheckpoint;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.WitnessKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WitnessCommandTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path home;

    private final SmallLog log = new SmallLog().grownTo(40);
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void theWitnessKnowsALog() throws IOException {
        Files.writeString(
                home.resolve("logs.vkeys"),
                "# our neighbours\n\n" + log.signer.key().vkey() + "\n");
    }

    @Test
    void cosignsWhatContinuesAndRemembersItAcrossLives() throws Exception {
        try (WitnessFiles files = WitnessFiles.open(home);
                WitnessServer server = witness(files, "--name", "witness.example")) {
            HttpResponse<String> answer = ask(server, new AddCheckpoint(0, List.of(), log.checkpoint()));

            assertThat(answer.statusCode()).isEqualTo(200);
            WitnessKey key = WitnessKey.parse(Files.readString(home.resolve("witness.vkey")));
            assertThat(key.on(SignedNote.parse(log.checkpoint() + answer.body())))
                    .isPresent();
            assertThat(out.toString()).contains(key.vkey());
        }
        try (WitnessFiles files = WitnessFiles.open(home);
                WitnessServer server = witness(files)) {
            HttpResponse<String> conflict = ask(server, new AddCheckpoint(0, List.of(), log.checkpoint()));

            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.body()).isEqualTo("40\n");
            assertThat(conflict.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
            List<Hash> proof = log.grownTo(50).log.proofs().consistency(40, 50);
            assertThat(ask(server, new AddCheckpoint(40, proof, log.checkpoint()))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(server).body()).contains("hub.example/log last cosigned at size 50");
        }
    }

    @Test
    void keepsTheProofThatALogSignedTwoHeadsOfOneSize() throws Exception {
        try (WitnessFiles files = WitnessFiles.open(home);
                WitnessServer server = witness(files, "--name", "witness.example")) {
            ask(server, new AddCheckpoint(0, List.of(), log.checkpoint()));
            Checkpoint fork = new Checkpoint(SmallLog.ORIGIN, 40, Hash.OF_NOTHING);
            String signed = log.signer.sign(fork.text()).encode();

            assertThat(ask(server, new AddCheckpoint(40, List.of(), signed)).statusCode())
                    .isEqualTo(409);
            try (var kept = Files.list(home.resolve("contradictions"))) {
                assertThat(kept)
                        .singleElement()
                        .satisfies(file -> assertThat(Files.readString(file))
                                .contains(signed)
                                .contains(log.checkpoint()));
            }
        }
    }

    @Test
    void answersNonsenseWithoutBreaking() throws Exception {
        try (WitnessFiles files = WitnessFiles.open(home);
                WitnessServer server = witness(files, "--name", "witness.example")) {
            assertThat(post(server, "x".repeat(100_000)).statusCode()).isEqualTo(400);
            assertThat(post(server, "").statusCode()).isEqualTo(400);
            assertThat(HTTP.send(
                                    HttpRequest.newBuilder(uri(server, "/add-checkpoint"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(405);
            assertThat(ask(server, new AddCheckpoint(0, List.of(), log.checkpoint()))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsItsKeyToItselfAndSharesItsMemoryWithNobody() throws Exception {
        try (WitnessFiles files = WitnessFiles.open(home)) {
            files.signer("witness.example");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("witness.key.pem"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> WitnessFiles.open(home))
                    .isInstanceOf(Explained.class)
                    .hasMessageContaining("two must never share one memory");
            assertThatThrownBy(() -> files.signer("other.example")).hasMessageContaining("is named witness.example");
            Files.delete(home.resolve("witness.key.pem"));
            assertThatThrownBy(() -> files.signer("witness.example")).hasMessageContaining("a new witness");
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        try (WitnessFiles files = WitnessFiles.open(home)) {
            assertThatThrownBy(() -> witness(files)).hasMessageContaining("needs a name");
            Files.delete(home.resolve("logs.vkeys"));
            assertThatThrownBy(() -> witness(files, "--name", "witness.example"))
                    .hasMessageContaining("verifier keys of logs; name one with --log");
            assertThatThrownBy(() -> witness(files, "--listen", "nowhere")).hasMessageContaining("expected HOST:PORT");
        }
    }

    private WitnessServer witness(WitnessFiles files, String... words) throws IOException {
        WitnessCommand command = new WitnessCommand(home, new PrintWriter(out, true));
        CommandLine line = new CommandLine(command);
        List<String> all = new ArrayList<>(List.of("--listen", "127.0.0.1:0"));
        if (List.of(words).contains("--listen")) {
            all.clear();
            Files.writeString(home.resolve("logs.vkeys"), log.signer.key().vkey());
            all.addAll(List.of("--name", "witness.example"));
        }
        all.addAll(List.of(words));
        line.parseArgs(all.toArray(String[]::new));
        return command.started(files, home);
    }

    private static HttpResponse<String> ask(WitnessServer server, AddCheckpoint request) throws Exception {
        return post(server, request.encode());
    }

    private static HttpResponse<String> post(WitnessServer server, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(server, "/add-checkpoint"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(WitnessServer server) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(server, "/")).build(), BodyHandlers.ofString());
    }

    private static URI uri(WitnessServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
