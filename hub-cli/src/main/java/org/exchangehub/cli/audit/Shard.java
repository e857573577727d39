package org.exchangehub.cli.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.Tile;

/**
 * A range of the one tree.
 *
 * @param first index of its first entry
 * @param end index after its last one
 */
record Shard(long first, long end) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})-(\\d{0,18})");
    private static final Pattern AT = Pattern.compile("\"at\":\"(\\d{4})-");

    /**
     * Reads {@code FIRST-LAST}, or {@code FIRST-} for all from there on.
     *
     * @param size the log's
     */
    static Shard of(String range, long size) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new Explained("--range: expected FIRST-LAST or FIRST-, found " + range + ".");
        }
        long first = Long.parseLong(matcher.group(1));
        long end = matcher.group(2).isEmpty() ? size : Long.parseLong(matcher.group(2)) + 1;
        if (first >= end || end > size) {
            throw new Explained("--range: the log has the entries 0 to " + (size - 1) + ", found " + range + ".");
        }
        return new Shard(first, end);
    }

    /**
     * The range that holds all entries of a calendar year (UTC). It is read from the entries' own times, which is no
     * proof: what is proved afterwards is that every entry of the range is the log's.
     */
    static Shard ofYear(int year, LogVerifier log) throws IOException {
        long size = log.checkpoint().size();
        long first = -1;
        long end = -1;
        for (long start = 0; start < size; start += Tile.WIDTH) {
            List<byte[]> entries = entries(log, Tile.holding(Tile.ENTRIES, start, size), first < 0);
            for (int i = 0; i < entries.size(); i++) {
                if (yearOf(entries.get(i)) == year) {
                    first = first < 0 ? start + i : first;
                    end = start + i + 1;
                }
            }
        }
        if (first < 0) {
            throw new Explained("--year: no entry of " + year + " is in what is there of the log.");
        }
        return new Shard(first, end);
    }

    /** Bundles before the year's first entry may be pruned away. */
    private static List<byte[]> entries(LogVerifier log, Tile bundle, boolean mayBeMissing) throws IOException {
        try {
            return log.entries(bundle);
        } catch (LogRefused refused) {
            if (mayBeMissing && refused.reason() == LogRefused.Reason.MISSING) {
                return List.of();
            }
            throw refused;
        }
    }

    private static int yearOf(byte[] entry) {
        Matcher at = AT.matcher(new String(entry, StandardCharsets.UTF_8));
        return at.find() ? Integer.parseInt(at.group(1)) : -1;
    }
}
