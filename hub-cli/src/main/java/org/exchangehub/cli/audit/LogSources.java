package org.exchangehub.cli.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.exchangehub.cli.Installation;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.TileSource;
import org.exchangehub.tlog.WitnessKey;
import org.jspecify.annotations.Nullable;

/** Where logs and keys that somebody names are found; without a name, those of this installation. */
final class LogSources {

    private static final String AUDITOR = "audit-admin";

    private final Installation installation;
    private final PrintWriter out;

    LogSources(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    /** A directory, an address, or this hub's own log. */
    TileSource log(@Nullable String named) {
        if (named == null) {
            return ownLog();
        }
        if (!named.startsWith("http://") && !named.startsWith("https://")) {
            Path directory = Path.of(named);
            if (!Files.isDirectory(directory)) {
                throw new Explained("There is no directory " + directory + "; name an exported log or its address.");
            }
            return TileSource.directory(directory);
        }
        URI address = URI.create(named.endsWith("/") ? named : named + "/");
        boolean own = installation.exists()
                && address.getAuthority()
                        .equals(installation.existing(out).endpoints().hub().getAuthority());
        return own ? ownLog() : new HttpTileSource(address, null);
    }

    private TileSource ownLog() {
        Endpoints endpoints = installation.existing(out).endpoints();
        return new HttpTileSource(endpoints.hub().resolve("/log/"), endpoints.personToken(AUDITOR));
    }

    /** The key a file holds, or this hub's. */
    NoteKey key(@Nullable Path named) throws IOException {
        Path file = named == null ? ownKey() : named;
        List<NoteKey> keys = keys(file, NoteKey::parse);
        if (keys.size() != 1) {
            throw new Explained(file + ": expected one verifier key, found " + keys.size() + ".");
        }
        return keys.getFirst();
    }

    Path ownKey() {
        return installation.existing(out).state().secrets().resolve("audit/log.vkey");
    }

    /** The witness keys somebody names: each a verifier key itself, or a file with one on each line. */
    static List<WitnessKey> witnesses(List<String> named) throws IOException {
        List<WitnessKey> keys = new ArrayList<>();
        for (String each : named) {
            if (each.contains("+") && !Files.exists(Path.of(each))) {
                keys.add(parsed("--witness", each, WitnessKey::parse));
            } else {
                keys.addAll(keys(Path.of(each), WitnessKey::parse));
            }
        }
        return keys;
    }

    /** The verifier keys of a file, one on each line; empty lines and those that begin with {@code #} are passed over. */
    static <K> List<K> keys(Path file, Function<String, K> form) throws IOException {
        List<K> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(parsed(file.toString(), line.strip(), form));
            }
        }
        return keys;
    }

    private static <K> K parsed(String where, String vkey, Function<String, K> form) {
        try {
            return form.apply(vkey);
        } catch (LogRefused malformed) {
            throw new Explained(where + ": " + malformed.getMessage(), malformed);
        }
    }
}
