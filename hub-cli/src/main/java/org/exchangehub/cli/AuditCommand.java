package org.exchangehub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.TileSource;
import org.exchangehub.tlog.TlogProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the access log as an outsider would, who trusts nothing but the log's public key. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Verifies the access log, or exports it to be verified elsewhere.")
final class AuditCommand {

    private static final String AUDITOR = "audit-admin";

    private final Installation installation;
    private final PrintWriter out;

    AuditCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Checks the signature, every entry, every tile and the root, and a receipt if one is given.")
    int verify(
            @Option(names = "--log", description = "Directory of an exported log, or its address (default: this hub).")
                    @Nullable
                    String log,
            @Option(names = "--key", description = "File with the log's verifier key (default: this hub's).") @Nullable
                    Path key,
            @Option(names = "--receipt", description = "File with a receipt of one entry.") @Nullable Path receipt,
            @Option(names = "--earlier", description = "File with a checkpoint kept from earlier.") @Nullable
                    Path earlier)
            throws IOException {
        LogVerifier verifier = new LogVerifier(key(key), log == null ? ownLog() : source(log));
        Checkpoint checkpoint = receipt == null ? verifier.verify() : verifier.verify(Files.readString(receipt));
        out.println("The log " + checkpoint.origin() + " is whole: " + checkpoint.size() + " entries, root "
                + checkpoint.root().base64() + ".");
        if (receipt != null) {
            out.println("The receipt proves entry "
                    + TlogProof.parse(Files.readString(receipt)).index() + ".");
        }
        if (earlier != null) {
            verifier.verifyEarlier(Files.readString(earlier));
            out.println("The log has only grown since the earlier checkpoint.");
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Copies checkpoint, tiles and entries into a directory, verifying them on the way.")
    int export(@Parameters(paramLabel = "DIR", description = "Where to; is created.") Path directory)
            throws IOException {
        TileSource log = ownLog();
        Checkpoint checkpoint = new LogVerifier(key(null), path -> {
                    var content = log.read(path);
                    if (content.isPresent()) {
                        write(directory.resolve(path), content.get());
                    }
                    return content;
                })
                .verify();
        Path key = directory.resolve("log.vkey");
        Files.copy(ownKey(), key, StandardCopyOption.REPLACE_EXISTING);
        out.println("Exported " + checkpoint.size() + " entries to " + directory
                + "; check them with ./hub audit verify" + " --log " + directory + " --key " + key);
        return 0;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }

    private NoteKey key(@Nullable Path named) throws IOException {
        return NoteKey.parse(Files.readString(named == null ? ownKey() : named).strip());
    }

    private Path ownKey() {
        return installation.existing(out).state().secrets().resolve("audit/log.vkey");
    }

    private TileSource ownLog() {
        Endpoints endpoints = installation.existing(out).endpoints();
        return new HttpTileSource(endpoints.hub().resolve("/log/"), endpoints.personToken(AUDITOR));
    }

    private TileSource source(String log) {
        if (!log.startsWith("http://") && !log.startsWith("https://")) {
            return TileSource.directory(Path.of(log));
        }
        URI address = URI.create(log.endsWith("/") ? log : log + "/");
        boolean own = installation.exists()
                && address.getAuthority()
                        .equals(installation.existing(out).endpoints().hub().getAuthority());
        return own ? ownLog() : new HttpTileSource(address, null);
    }
}
