package org.exchangehub.core;

import java.util.Comparator;
import java.util.SortedSet;

/** A configuration key under {@code hub} that nothing reads. */
class UnknownConfigurationKey extends RuntimeException {

    UnknownConfigurationKey(String key, String source, SortedSet<String> known) {
        super("The configuration key " + key + " (in " + source + ") does not exist; the nearest one that does is "
                + nearest(key, known) + ".");
    }

    private static String nearest(String key, SortedSet<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .orElse("none");
    }

    /** Levenshtein distance. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
