package org.exchangehub.cli.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.Cosignature;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.Quorum;
import org.exchangehub.tlog.Statement;
import org.exchangehub.tlog.TlogProof;
import org.exchangehub.tlog.WitnessKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verifies a log, a shard of it, receipts and statements with public keys alone. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a log: the signature, every entry, every tile and the root.",
            "With --receipt or --statement and no --log: those alone, offline, without the log."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:everything is as it was signed",
            "1:something is not; what was expected and what was found is said",
            "2:nothing was judged: wrong usage, or something cannot be read"
        })
final class VerifyCommand implements Callable<Integer> {

    private final LogSources sources;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(names = "--log", description = "Directory of an exported log, or its address (default: this hub).")
    private @Nullable String log;

    @Option(names = "--key", description = "File with the log's verifier key (default: this hub's).")
    private @Nullable Path key;

    @Option(
            names = "--range",
            paramLabel = "FIRST-LAST",
            description =
                    "Entries to check, as of a shard or of a log whose beginning is pruned; FIRST- for all after.")
    private @Nullable String range;

    @Option(names = "--year", description = "The shard of a calendar year (UTC) to check.")
    private @Nullable Integer year;

    @Option(names = "--receipt", paramLabel = "FILE", description = "A receipt of one entry (.tlog-proof); repeatable.")
    private List<Path> receipts = new ArrayList<>();

    @Option(
            names = "--entry",
            paramLabel = "FILE",
            description = "The bytes a receipt without the log is to prove, if it does not carry them itself.")
    private @Nullable Path entry;

    @Option(names = "--statement", paramLabel = "FILE", description = "A statement of the entries about somebody.")
    private @Nullable Path statement;

    @Option(names = "--earlier", paramLabel = "FILE", description = "A checkpoint kept from earlier.")
    private @Nullable Path earlier;

    @Option(
            names = "--witness",
            paramLabel = "VKEY",
            description = "A witness's verifier key, or a file with some, one on each line; repeatable.")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--quorum", description = "How many of the witnesses must have cosigned (default: all named).")
    private @Nullable Integer quorum;

    @Option(names = "--json", description = "Answers with one line of JSON, for programs.")
    private boolean json;

    VerifyCommand(LogSources sources, PrintWriter out, PrintWriter err) {
        this.sources = sources;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        Verdict verdict = new Verdict(out, err, json);
        try {
            Quorum demanded = demanded();
            NoteKey logKey = sources.key(key);
            if (log == null && (!receipts.isEmpty() || statement != null)) {
                alone(logKey, demanded, verdict);
            } else {
                wholeOrShard(logKey, demanded, verdict);
            }
            if (statement != null) {
                judgeStatement(StatementFile.read(statement), logKey, demanded, verdict);
            }
            return verdict.verified();
        } catch (LogRefused refused) {
            return verdict.refused(refused);
        } catch (NoSuchFileException absent) {
            return verdict.unreadable("There is no file " + absent.getMessage() + ".");
        } catch (Explained explained) {
            return verdict.unreadable(String.valueOf(explained.getMessage()));
        } catch (IOException | UncheckedIOException unreadable) {
            return verdict.unreadable("Something cannot be read: " + unreadable.getMessage());
        }
    }

    private Quorum demanded() throws IOException {
        List<WitnessKey> keys = LogSources.witnesses(witnesses);
        try {
            return new Quorum(keys, quorum == null ? keys.size() : quorum);
        } catch (LogRefused wrong) {
            throw new Explained("--quorum: " + wrong.getMessage(), wrong);
        }
    }

    private void wholeOrShard(NoteKey logKey, Quorum demanded, Verdict verdict) throws IOException {
        LogVerifier verifier = new LogVerifier(logKey, sources.log(log));
        Optional<Shard> shard = shard(verifier);
        if (shard.isPresent()) {
            Shard asked = shard.get();
            Checkpoint checkpoint = verifier.verify(asked.first(), asked.end());
            verdict.passed(
                    "The entries " + asked.first() + " to " + (asked.end() - 1) + " of the log " + checkpoint.origin()
                            + " are those under its " + signed(checkpoint),
                    Map.of("check", "shard", "first", asked.first(), "last", asked.end() - 1));
        } else {
            Checkpoint checkpoint = verifier.verify();
            verdict.passed(
                    "The log " + checkpoint.origin() + " is whole: " + checkpoint.size() + " entries lead to its "
                            + signed(checkpoint),
                    Verdict.facts("log", checkpoint));
        }
        cosigned(verifier.note(), demanded, verdict);
        for (Path receipt : receipts) {
            String text = Files.readString(receipt);
            verifier.verifyReceipt(text);
            proven(TlogProof.parse(text), verdict);
            cosigned(TlogProof.parse(text).checkpoint(), demanded, verdict);
        }
        if (earlier != null) {
            verifier.verifyEarlier(Files.readString(earlier));
            verdict.passed(
                    "The log has only grown since the earlier checkpoint.", Map.of("check", "earlier checkpoint"));
        }
    }

    private static String signed(Checkpoint checkpoint) {
        return "signed root " + checkpoint.root().base64() + " of size " + checkpoint.size() + ".";
    }

    private Optional<Shard> shard(LogVerifier verifier) throws IOException {
        if (range != null && year != null) {
            throw new Explained("Name --range or --year, not both.");
        }
        if (range != null) {
            return Optional.of(Shard.of(range, verifier.checkpoint().size()));
        }
        return year == null ? Optional.empty() : Optional.of(Shard.ofYear(year, verifier));
    }

    private void alone(NoteKey logKey, Quorum demanded, Verdict verdict) throws IOException {
        if (range != null || year != null || earlier != null) {
            throw new Explained("--range, --year and --earlier need the log; name it with --log.");
        }
        for (Path receipt : receipts) {
            TlogProof proof = TlogProof.parse(Files.readString(receipt));
            proof.verify(logKey, entryOf(receipt, proof));
            proven(proof, verdict);
            cosigned(proof.checkpoint(), demanded, verdict);
        }
    }

    private byte[] entryOf(Path receipt, TlogProof proof) throws IOException {
        if (entry != null) {
            return Files.readAllBytes(entry);
        }
        return proof.extraBytes()
                .orElseThrow(() -> new Explained(
                        receipt + " does not carry its entry; name the entry with --entry, or the log with --log."));
    }

    private static void proven(TlogProof proof, Verdict verdict) {
        Checkpoint checkpoint = Checkpoint.unverified(proof.checkpoint());
        verdict.passed(
                "The receipt proves entry " + proof.index() + " of " + checkpoint.origin() + " under the "
                        + signed(checkpoint),
                Map.of("check", "receipt", "index", proof.index(), "size", checkpoint.size()));
    }

    private static void judgeStatement(Statement statement, NoteKey logKey, Quorum demanded, Verdict verdict) {
        Checkpoint checkpoint = statement.verify(logKey);
        verdict.passed(
                "The statement's " + statement.entries().size() + " entries are all in the log " + checkpoint.origin()
                        + ", under its " + signed(checkpoint),
                Map.of("check", "statement", "entries", statement.entries().size(), "size", checkpoint.size()));
        cosigned(statement.checkpoint(), demanded, verdict);
    }

    private static void cosigned(String note, Quorum demanded, Verdict verdict) {
        if (demanded.witnesses().isEmpty()) {
            return;
        }
        List<Cosignature> found = demanded.verify(note);
        List<String> who = found.stream()
                .map(cosignature -> cosignature.witness().name() + " at " + cosignature.at())
                .toList();
        verdict.passed(
                found.size() + " of " + demanded.witnesses().size() + " witnesses have cosigned: "
                        + String.join(", ", who) + ".",
                Map.of(
                        "check",
                        "cosignatures",
                        "found",
                        found.size(),
                        "of",
                        demanded.witnesses().size()));
    }
}
