package org.exchangehub.cli.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a log, verifying it on the way; what is there already is not fetched again. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Copies checkpoint, tiles and entries into a directory, verifying them on the way.",
            "A second call goes on where the first one ended, takes what has been added since, and refuses a log that is"
                    + " not the continuation of the one exported before."
        })
final class ExportCommand implements Callable<Integer> {

    private final LogSources sources;
    private final PrintWriter out;

    @Parameters(paramLabel = "DIR", description = "Where to; is created.")
    @SuppressWarnings("NullAway.Init") // set by picocli before it calls
    private Path directory;

    @Option(names = "--log", description = "Directory of an exported log, or its address (default: this hub).")
    private @Nullable String log;

    @Option(names = "--key", description = "File with the log's verifier key (default: this hub's).")
    private @Nullable Path key;

    @Option(
            names = "--range",
            paramLabel = "FIRST-LAST",
            description = "Entries to copy, with the hashes that prove them; FIRST- for all from there on.")
    private @Nullable String range;

    ExportCommand(LogSources sources, PrintWriter out) {
        this.sources = sources;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        NoteKey logKey = sources.key(key);
        ExportedLog exported = new ExportedLog(sources.log(log), directory);
        LogVerifier verifier = new LogVerifier(logKey, exported);
        Checkpoint checkpoint = verifier.checkpoint();
        Shard shard = range == null ? new Shard(0, checkpoint.size()) : Shard.of(range, checkpoint.size());
        try {
            verifier.verify(shard.first(), shard.end());
            Path before = directory.resolve(ExportedLog.CHECKPOINT);
            if (Files.exists(before)) {
                verifier.verifyEarlier(Files.readString(before));
            }
        } catch (LogRefused refused) {
            throw new Explained(
                    refused.getMessage() + " Nothing was exported; if a file in " + directory
                            + " was damaged there, export into an empty directory.",
                    refused);
        }
        ExportedLog.write(
                directory.resolve(ExportedLog.CHECKPOINT), verifier.note().getBytes(StandardCharsets.UTF_8));
        Path vkey = directory.resolve("log.vkey");
        ExportedLog.write(vkey, (logKey.vkey() + "\n").getBytes(StandardCharsets.UTF_8));
        out.println("Exported " + (shard.end() - shard.first()) + " entries to " + directory + " (" + exported.fetched()
                + " files fetched); check them with ./hub audit verify --log " + directory + " --key " + vkey
                + (range == null ? "" : " --range " + range));
        return 0;
    }
}
