package org.exchangehub.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sum of Surefire's summary lines, one of which ends each module's tests. */
final class TestCount {

    private static final Pattern MODULE = Pattern.compile(
            "(?:\\[\\w+\\] )?Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+)(?:, Time.*)?");

    private final int[] sums = new int[4];
    private int modules;

    /** Counts a line of Maven's output if it is a module's summary; those of single classes say " -- in ". */
    void add(String line) {
        Matcher summary = MODULE.matcher(line.strip());
        if (summary.matches() && !line.contains(" -- in ")) {
            modules++;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Integer.parseInt(summary.group(i + 1));
            }
        }
    }

    String total() {
        return "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d (%d modules)"
                .formatted(sums[0], sums[1], sums[2], sums[3], modules);
    }
}
