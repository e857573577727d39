package org.exchangehub.journeys.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a sender will send under a batch key. Made from the run's seed and the key alone, so that the oracle can make it again
 * from what its journal holds.
 */
record BatchPlan(String key, Mode mode, Fate fate, List<Part> parts) {

    /** How the key of a sender's last batch ends, which has to go through. */
    static final String LAST = "-last";

    private static final int KEYS = 1_500;
    private static final int LONGEST_PART = 120;
    private static final int LARGE_PART = 6_000;
    private static final int MOST_PARTS = 4;

    BatchPlan {
        parts = List.copyOf(parts);
    }

    /** The hub's modes of a batch. */
    enum Mode {
        UPSERT,
        SNAPSHOT,
        CHANGES
    }

    /** What is to become of it. */
    enum Fate {
        PUBLISHED,
        /** Committed with a wrong number of rows: the hub has to refuse all of it. */
        REJECTED,
        /** Never committed: nothing of it may become visible. */
        ABANDONED
    }

    /** A part's rows and how they are written. */
    record Part(List<Line> lines, boolean csv) {

        Part {
            lines = List.copyOf(lines);
        }

        String contentType() {
            return csv ? "text/csv" : "application/x-ndjson";
        }

        byte[] content(Mode mode) {
            boolean withOp = mode == Mode.CHANGES;
            String header = csv ? (withOp ? "_op," : "") + Line.HEADER + "\n" : "";
            return lines.stream()
                    .map(line -> (csv ? line.csv(withOp) : line.json(withOp)) + "\n")
                    .collect(Collectors.joining("", header, ""))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    static BatchPlan of(long seed, String dataset, String key) {
        Random random = new Random(seed * 31 + (dataset + "/" + key).hashCode());
        int dice = random.nextInt(100);
        Mode mode = dice < 55 ? Mode.UPSERT : dice < 90 ? Mode.CHANGES : Mode.SNAPSHOT;
        dice = random.nextInt(100);
        boolean goesThrough = dice < 93 || key.endsWith(LAST);
        Fate fate = goesThrough ? Fate.PUBLISHED : dice < 96 ? Fate.REJECTED : Fate.ABANDONED;
        boolean large = random.nextInt(12) == 0;
        List<Part> parts = new ArrayList<>();
        int many = 1 + random.nextInt(MOST_PARTS);
        for (int n = 1; n <= many; n++) {
            parts.add(part(random, key + "." + n, mode, large));
        }
        return new BatchPlan(key, mode, fate, parts);
    }

    private static Part part(Random random, String tag, Mode mode, boolean large) {
        int rows = 1 + random.nextInt(large ? LARGE_PART : LONGEST_PART);
        List<Line> lines = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            boolean bad = random.nextInt(50) == 0;
            // Bad rows have keys of their own: what a good row of the same key means beside them is not this suite's
            // subject.
            String id = bad ? "bad-" + tag + "-" + i : "k" + random.nextInt(large ? KEYS * 8 : KEYS);
            // Of a deletion nothing is looked at but its key, so a bad row is none.
            boolean deletes = mode == Mode.CHANGES && random.nextInt(4) == 0 && !bad;
            String op = deletes ? "D" : random.nextBoolean() ? "I" : "U";
            lines.add(new Line(op, id, random.nextInt(10) == 0 ? "same" : tag + "-" + i, random.nextInt(3), bad));
        }
        return new Part(lines, random.nextBoolean());
    }

    List<Line> lines() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    /** What its sender declares when committing. */
    long declared() {
        return (long) lines().size() + (fate == Fate.REJECTED ? 1 : 0);
    }

    /** Numbers of its parts, from 1, in another order and some of them twice. */
    List<Integer> deliveries(Random random, double twice) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = 1; n <= parts.size(); n++) {
            numbers.add(n);
            if (random.nextDouble() < twice) {
                numbers.add(n);
            }
        }
        Collections.shuffle(numbers, random);
        return numbers;
    }
}
