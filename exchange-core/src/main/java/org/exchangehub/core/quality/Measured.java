package org.exchangehub.core.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.exchangehub.schemas.check.Severity;

/**
 * What was counted of the rows of one batch or of several; sums of what is counted one by one.
 *
 * @param rows all that came
 * @param records rows that hold a record: all but right deletions and {@code unusable} ones
 * @param unusable rows that cannot be read, or not be told what to do with
 * @param duplicates records with the key of an earlier one of their batch
 * @param acrossChecked how often a rule across fields or datasets was held against a record
 * @param acrossFailed how often it was not kept
 * @param fields in the schema's order
 * @param rules what was not kept, the most frequent first, at most {@value #MOST_RULES} kinds
 */
record Measured(
        long rows,
        long records,
        long unusable,
        long duplicates,
        long acrossChecked,
        long acrossFailed,
        List<FieldCount> fields,
        List<RuleCount> rules) {

    static final int MOST_RULES = 500;

    static final Measured NOTHING = new Measured(0, 0, 0, 0, 0, 0, List.of(), List.of());

    /**
     * One field over all records.
     *
     * @param filled records with a value in it, right or wrong
     * @param expected records that must have a value in it, as far as known: all for a mandatory field; of a field that is
     *     mandatory under a condition those in which it is missing
     * @param missing how many of the expected are not there
     * @param failed how many of the filled break a rule of the field
     */
    record FieldCount(String name, long records, long filled, long expected, long missing, long failed) {

        FieldCount plus(FieldCount other) {
            return new FieldCount(
                    name,
                    records + other.records,
                    filled + other.filled,
                    expected + other.expected,
                    missing + other.missing,
                    failed + other.failed);
        }

        /** How much is wrong with it: missing and failed values. */
        long wrong() {
            return missing + failed;
        }
    }

    /** How many findings of a rule there were in a field; the field is empty when they are about the whole row. */
    record RuleCount(Dimension dimension, String rule, String field, Severity severity, long count) {

        record Kind(Dimension dimension, String rule, String field, Severity severity) {}

        private Kind kind() {
            return new Kind(dimension, rule, field, severity);
        }

        RuleCount plus(RuleCount other) {
            return new RuleCount(dimension, rule, field, severity, count + other.count);
        }
    }

    Measured {
        fields = List.copyOf(fields);
        rules = rules.stream()
                .sorted(Comparator.comparingLong(RuleCount::count)
                        .reversed()
                        .thenComparing(RuleCount::rule)
                        .thenComparing(RuleCount::field)
                        .thenComparing(RuleCount::severity))
                .limit(MOST_RULES)
                .toList();
    }

    Measured plus(Measured other) {
        return new Measured(
                rows + other.rows,
                records + other.records,
                unusable + other.unusable,
                duplicates + other.duplicates,
                acrossChecked + other.acrossChecked,
                acrossFailed + other.acrossFailed,
                merged(fields, other.fields, FieldCount::name, FieldCount::plus),
                merged(rules, other.rules, RuleCount::kind, RuleCount::plus));
    }

    private static <T, K> List<T> merged(List<T> own, List<T> others, Function<T, K> key, BinaryOperator<T> sum) {
        Map<K, T> byKey = new LinkedHashMap<>();
        own.forEach(each -> byKey.put(key.apply(each), each));
        others.forEach(each -> byKey.merge(key.apply(each), each, sum));
        return new ArrayList<>(byKey.values());
    }

    /** The share of one of the dimensions that rest on rows; the others have none here. */
    Share share(Dimension dimension) {
        return switch (dimension) {
            case COMPLETENESS -> {
                long expected = sum(FieldCount::expected);
                yield new Share(expected - sum(FieldCount::missing), expected);
            }
            case VALIDITY -> {
                long looked = sum(FieldCount::filled) + unusable;
                yield new Share(looked - sum(FieldCount::failed) - unusable, looked);
            }
            case UNIQUENESS -> new Share(records - duplicates, records);
            case CONSISTENCY -> new Share(acrossChecked - acrossFailed, acrossChecked);
            case TIMELINESS, ACCESSIBILITY -> Share.NONE;
        };
    }

    /** Whether there was anything in the rows that can be judged: not when they were only deletions, or none came. */
    boolean judged() {
        return records > 0 || unusable > 0;
    }

    private long sum(ToLongFunction<FieldCount> of) {
        return fields.stream().mapToLong(of).sum();
    }
}
