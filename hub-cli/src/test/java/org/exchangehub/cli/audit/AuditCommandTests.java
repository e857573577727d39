package org.exchangehub.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.cli.Installation;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.CosignatureSigner;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.TlogProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTests {

    @TempDir
    Path folder;

    private final SmallLog log = new SmallLog().grownTo(600);
    private final CosignatureSigner witness = CosignatureSigner.of("witness.example/w1", SmallLog.key());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path exported = Path.of("");

    @BeforeEach
    void aLogWasExported() throws IOException {
        exported = folder.resolve("log");
        log.publish(exported);
    }

    @Nested
    class AWholeLog {

        @Test
        void isVerifiedWithItsKeyAlone() {
            assertThat(verify("--log", exported.toString())).isZero();
            assertThat(out.toString()).contains("is whole: 600 entries").contains("of size 600");
        }

        @Test
        void isRefusedWithWhatWasExpectedAndFound() throws IOException {
            Files.writeString(exported.resolve("checkpoint"), log.signed(Hash.OF_NOTHING));

            assertThat(verify("--log", exported.toString())).isEqualTo(1);
            assertThat(err.toString())
                    .contains("REFUSED (WRONG_ROOT)")
                    .contains("expected  " + Hash.OF_NOTHING.base64())
                    .contains("found     " + log.log.proofs().root(600).base64());
        }

        @Test
        void isRefusedInJsonToo() throws IOException {
            Files.delete(exported.resolve("tile/0/001"));

            assertThat(verify("--json", "--log", exported.toString())).isEqualTo(1);
            assertThat(json().path("verified").booleanValue()).isFalse();
            assertThat(json().path("reason").textValue()).isEqualTo("MISSING");
            assertThat(json().path("what").textValue()).isEqualTo("tile/0/001");
        }

        @Test
        void isComparedWithAKeptCheckpoint() throws IOException {
            Path kept = Files.writeString(
                    folder.resolve("kept"), new SmallLog().grownTo(10).checkpoint());
            Path own = Files.writeString(folder.resolve("own"), log.checkpoint());
            log.grownTo(700).publish(exported);

            assertThat(verify("--log", exported.toString(), "--earlier", own.toString()))
                    .isZero();
            assertThat(verify("--log", exported.toString(), "--earlier", kept.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("NOT_SIGNED");
        }

        @Test
        void isNotJudgedWhenItOrItsKeyCannotBeRead() throws IOException {
            assertThat(verify("--log", folder.resolve("nowhere").toString())).isEqualTo(2);
            assertThat(err.toString()).contains("There is no directory");
            Files.writeString(exported.resolve("log.vkey"), "no key\n");
            assertThat(verify("--log", exported.toString())).isEqualTo(2);
            assertThat(hub("audit", "verify", "--nonsense")).isEqualTo(2);
        }
    }

    @Nested
    class AShard {

        @Test
        void isVerifiedWithoutWhatWasPruned() throws IOException {
            Files.delete(exported.resolve("tile/entries/000"));

            assertThat(verify("--log", exported.toString(), "--range", "256-")).isZero();
            assertThat(verify("--log", exported.toString(), "--range", "255-256"))
                    .isEqualTo(1);
            assertThat(verify("--log", exported.toString(), "--range", "256-600"))
                    .isEqualTo(2);
        }

        @Test
        void ofAYearIsFoundByTheEntriesThemselves() throws IOException {
            Files.delete(exported.resolve("tile/entries/000"));

            assertThat(verify("--log", exported.toString(), "--year", "2026")).isZero();
            assertThat(out.toString()).contains("The entries 300 to 599");
            assertThat(verify("--log", exported.toString(), "--year", "2024")).isEqualTo(2);
        }
    }

    @Nested
    class AReceipt {

        @Test
        void thatCarriesItsEntryIsVerifiedAlone() throws IOException {
            Path receipt = receipt(log.receipt(300).carrying(SmallLog.entry(300)));

            assertThat(verify("--receipt", receipt.toString())).isZero();
            assertThat(out.toString()).contains("proves entry 300 of hub.example/log");
        }

        @Test
        void provesTheEntrySomebodyNames() throws IOException {
            Path receipt = receipt(log.receipt(300));
            Path entry = Files.write(folder.resolve("entry"), SmallLog.entry(300));
            Path other = Files.write(folder.resolve("other"), SmallLog.entry(301));

            assertThat(verify("--receipt", receipt.toString(), "--entry", entry.toString()))
                    .isZero();
            assertThat(verify("--receipt", receipt.toString(), "--entry", other.toString()))
                    .isEqualTo(1);
            assertThat(verify("--receipt", receipt.toString())).isEqualTo(2);
            assertThat(verify("--receipt", receipt.toString(), "--log", exported.toString()))
                    .isZero();
        }

        @Test
        void isRefusedWhenItsEntryIsForged() throws IOException {
            Path receipt = receipt(log.receipt(300).carrying(SmallLog.entry(301)));

            assertThat(verify("--json", "--receipt", receipt.toString())).isEqualTo(1);
            assertThat(json().path("reason").textValue()).isEqualTo("WRONG_ROOT");
        }
    }

    @Nested
    class AQuorum {

        @Test
        void isDemandedOfLogAndReceipt() throws IOException {
            String note = SignedNote.parse(log.checkpoint())
                    .with(List.of(
                            witness.sign(SignedNote.parse(log.checkpoint()).text(), Instant.EPOCH)))
                    .encode();
            Files.writeString(exported.resolve("checkpoint"), note);
            TlogProof plain = log.receipt(3).carrying(SmallLog.entry(3));
            Path cosigned = receipt(new TlogProof(3, plain.hashes(), note, plain.extra()));
            String vkey = witness.key().vkey();

            assertThat(verify("--log", exported.toString(), "--witness", vkey)).isZero();
            assertThat(out.toString()).contains("1 of 1 witnesses have cosigned: witness.example/w1");
            assertThat(verify("--receipt", cosigned.toString(), "--witness", vkey))
                    .isZero();
            assertThat(verify("--receipt", receipt(plain).toString(), "--witness", vkey))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("FEW_WITNESSES");
            assertThat(verify("--log", exported.toString(), "--witness", vkey, "--quorum", "2"))
                    .isEqualTo(2);
        }
    }

    @Nested
    class AStatement {

        @Test
        void isVerifiedAlone() throws IOException {
            Path statement = Files.writeString(folder.resolve("statement"), log.statement(3, 299, 599));

            assertThat(verify("--statement", statement.toString())).isZero();
            assertThat(out.toString()).contains("3 entries are all in the log hub.example/log");
        }

        @Test
        void isRefusedOrUnreadable() throws IOException {
            String honest = log.statement(3, 299);
            Path forged = Files.writeString(folder.resolve("forged"), honest.replace("\"index\":3,", "\"index\":4,"));
            Path none = Files.writeString(folder.resolve("none"), "{\"entries\":[{}]}");
            Path others = Files.writeString(
                    folder.resolve("others"),
                    honest.replaceFirst("\\{", "{\"tokens\":[\"2026:me\"],")
                            .replace("\"index\":3,", "\"index\":3,\"found\":\"NAMED\","));

            assertThat(verify("--statement", forged.toString())).isEqualTo(1);
            assertThat(verify("--statement", none.toString())).isEqualTo(2);
            assertThat(verify("--statement", others.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("entry 3", "one of the statement's tokens");
        }
    }

    @Nested
    class AnExport {

        @Test
        void goesOnWhereItEndedAndTakesWhatWasAdded() throws IOException {
            Path copy = folder.resolve("copy");

            assertThat(export(copy)).isZero();
            Files.delete(copy.resolve("tile/entries/001"));
            Files.delete(copy.resolve("checkpoint"));
            assertThat(export(copy)).isZero();
            assertThat(out.toString()).contains("(1 files fetched)");
            log.grownTo(700).publish(exported);
            assertThat(export(copy)).isZero();
            assertThat(hub(
                            "audit",
                            "verify",
                            "--log",
                            copy.toString(),
                            "--key",
                            copy.resolve("log.vkey").toString()))
                    .isZero();
            assertThat(out.toString()).contains("is whole: 700 entries");
        }

        @Test
        void ofARangeHoldsWhatVerifiesIt() throws IOException {
            Path copy = folder.resolve("copy");

            assertThat(export(copy, "--range", "256-511")).isZero();
            assertThat(copy.resolve("tile/entries/001")).exists();
            assertThat(copy.resolve("tile/entries/000")).doesNotExist();
            assertThat(verify("--log", copy.toString(), "--range", "256-511")).isZero();
        }

        @Test
        void refusesALogThatWasSetBack() throws IOException {
            Path copy = folder.resolve("copy");
            export(copy);
            Files.writeString(
                    exported.resolve("checkpoint"),
                    log.signer
                            .sign(new Checkpoint(
                                            SmallLog.ORIGIN,
                                            512,
                                            log.log.proofs().root(512))
                                    .text())
                            .encode());

            assertThat(export(copy)).isEqualTo(1);
            assertThat(err.toString()).contains("at least 600, found 512").contains("Nothing was exported");
            assertThat(Files.readString(copy.resolve("checkpoint"))).contains("\n600\n");
        }

        private int export(Path copy, String... more) {
            List<String> words = new ArrayList<>(List.of("audit", "export", copy.toString()));
            words.addAll(List.of("--log", exported.toString()));
            words.addAll(List.of("--key", exported.resolve("log.vkey").toString()));
            words.addAll(List.of(more));
            return hub(words.toArray(String[]::new));
        }
    }

    private Path receipt(TlogProof proof) throws IOException {
        return Files.writeString(folder.resolve("entry.tlog-proof"), proof.encode());
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString().lines().toList().getLast());
    }

    private int verify(String... more) {
        List<String> words = new ArrayList<>(List.of("audit", "verify"));
        words.addAll(List.of("--key", exported.resolve("log.vkey").toString()));
        words.addAll(List.of(more));
        return hub(words.toArray(String[]::new));
    }

    private int hub(String... words) {
        Installation nothing = new Installation(folder, folder.resolve(".hub"));
        CommandLine line = new CommandLine(new Nothing())
                .addSubcommand(AuditCommand.of(nothing, new PrintWriter(out, true), new PrintWriter(err, true)));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            err.append(String.valueOf(exception.getMessage())).append('\n');
            return 1;
        });
        return line.execute(words);
    }

    @CommandLine.Command(name = "hub")
    private static final class Nothing {}
}
