package org.exchangehub.cli.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.CosignatureSigner;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.Witness;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a witness: any department can, on any machine with a JDK; it needs no hub and no database. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a witness of other people's access logs (C2SP tlog-witness) until it is stopped.",
            "A witness cosigns each checkpoint that continues the last one it cosigned, and no other. So an operator who"
                    + " rewrites the past, or shows two people two histories, cannot get the witness's word for it.",
            "It remembers one checkpoint per log and sees no entries, only hashes and sizes."
        },
        footerHeading = "%nFirst start:%n",
        footer = {
            "  ./hub witness --name witness.finance.example --log hub.vkey",
            "hub.vkey is the log's verifier key as its operator publishes it. The witness makes its own key and prints"
                    + " its verifier key: give it to the log's operator, and to everybody who is to rely on it."
        })
public final class WitnessCommand implements Callable<Integer> {

    private static final String LOGS = "logs.vkeys";

    private final Path checkout;
    private final PrintWriter out;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Its key and its memory; never restore it from a backup (default: .hub-witness).")
    private @Nullable Path directory;

    @Option(names = "--name", description = "Its name, such as witness.finance.example; only at the first start.")
    private @Nullable String name;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Verifier keys of logs, one on each line; repeatable (default: logs.vkeys in its directory).")
    private List<Path> logs = new ArrayList<>();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where it answers (default: ${DEFAULT-VALUE}, this machine only).")
    private String listen = "127.0.0.1:8490";

    /**
     * The command.
     *
     * @param checkout below which the directory lies unless one is named
     */
    public WitnessCommand(Path checkout, PrintWriter out) {
        this.checkout = checkout;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = directory == null ? checkout.resolve(".hub-witness") : directory;
        try (WitnessFiles files = WitnessFiles.open(home);
                WitnessServer server = started(files, home)) {
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            out.println("It answers at http://" + host() + ":" + server.port() + "/ until it is stopped.");
            stopped.await();
            return 0;
        }
    }

    /** Starts the witness and says what its operator has to know. */
    WitnessServer started(WitnessFiles files, Path home) throws IOException {
        CosignatureSigner signer = files.signer(name);
        List<NoteKey> keys = keys(home);
        List<String> origins = keys.stream().map(NoteKey::name).distinct().toList();
        out.println("The witness " + signer.key().name() + " has the verifier key");
        out.println("  " + signer.key().vkey());
        files.remembered(origins).forEach(line -> out.println("  " + line));
        Witness witness = new Witness(signer, keys, files, Clock.systemUTC());
        InetSocketAddress address = address();
        if (!address.getAddress().isLoopbackAddress()) {
            out.println("Anybody who reaches " + listen + " may ask it; it cosigns only what its logs have signed."
                    + " Put TLS before it.");
        }
        try {
            return new WitnessServer(address, witness, () -> about(signer, files, origins), this::tell);
        } catch (BindException taken) {
            throw new Explained(
                    "Nobody can listen at " + listen + ": " + taken.getMessage() + "; choose another with --listen.",
                    taken);
        }
    }

    private static List<String> about(CosignatureSigner signer, WitnessFiles files, List<String> origins)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(signer.key().vkey()));
        lines.addAll(files.remembered(origins));
        return lines;
    }

    private List<NoteKey> keys(Path home) throws IOException {
        List<Path> files = logs.isEmpty() ? List.of(home.resolve(LOGS)) : logs;
        List<NoteKey> keys = new ArrayList<>();
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new Explained("There is no file " + file + " with verifier keys of logs; name one with --log, or"
                        + " put it there.");
            }
            keys.addAll(LogSources.keys(file, NoteKey::parse));
        }
        if (keys.isEmpty()) {
            throw new Explained("The witness knows no log: " + files + " hold no verifier key.");
        }
        return keys;
    }

    private InetSocketAddress address() {
        int colon = listen.lastIndexOf(':');
        String port = colon < 0 ? "" : listen.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new Explained("--listen: expected HOST:PORT, found " + listen + ".");
        }
        InetSocketAddress address = new InetSocketAddress(host(), Integer.parseInt(port));
        if (address.isUnresolved()) {
            throw new Explained("--listen: there is no host " + host() + ".");
        }
        return address;
    }

    private String host() {
        return listen.substring(0, Math.max(0, listen.lastIndexOf(':')));
    }

    private void tell(String sentence) {
        synchronized (out) {
            out.println(Clock.systemUTC().instant() + " " + sentence);
            out.flush();
        }
    }
}
