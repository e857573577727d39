package org.exchangehub.journeys.faults;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ingest|audit [--quick] [--json FILE] [--seed NUMBER]}: what {@code ./hub faults} starts. */
public final class Faults {

    private static final List<String> SUITES = List.of("ingest", "audit");
    private static final int MISUSED = 2;
    private static final int FOUND = 1;

    private Faults() {}

    /**
     * What is asked for.
     *
     * @param seed decides what is sent and which faults come in which order; when they strike the machine decides
     */
    record Wish(boolean quick, @Nullable Path json, long seed) {}

    public static void main(String... arguments) throws Exception {
        Wish wish = wish(arguments);
        if (wish == null) {
            System.err.println("expected: ingest or audit [--quick] [--json FILE] [--seed NUMBER]");
            System.exit(MISUSED);
            return;
        }
        Path checkout = Path.of(System.getProperty("hub.root", "")).toAbsolutePath();
        boolean held = arguments[0].equals("audit")
                ? new AuditFaults(wish, checkout).run()
                : new IngestFaults(wish, checkout).run();
        System.exit(held ? 0 : FOUND);
    }

    private static @Nullable Wish wish(String... arguments) {
        Iterator<String> words = Arrays.asList(arguments).iterator();
        if (!words.hasNext() || !SUITES.contains(words.next())) {
            return null;
        }
        boolean quick = false;
        Path json = null;
        long seed = new SecureRandom().nextInt(1_000_000);
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("--quick")) {
                quick = true;
            } else if (word.equals("--json") && words.hasNext()) {
                json = Path.of(words.next());
            } else if (word.equals("--seed") && words.hasNext()) {
                seed = Long.parseLong(words.next());
            } else {
                return null;
            }
        }
        return new Wish(quick, json, seed);
    }
}
