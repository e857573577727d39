package org.exchangehub.core.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.exchangehub.core.ingest.BatchObserver;
import org.exchangehub.core.ingest.BatchObserver.Ending;
import org.exchangehub.core.quality.Measured.FieldCount;
import org.exchangehub.core.quality.Measured.RuleCount;
import org.exchangehub.core.quality.Measured.RuleCount.Kind;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardReference;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.check.Severity;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a batch one by one; what it holds does not grow with their number. */
final class RowMeasure implements BatchObserver.Observation {

    private static final String REQUIRED = "required";
    private static final String REQUIRED_IF = "required-if";
    private static final String DUPLICATE_KEY = "duplicate-key";

    private final BiConsumer<Ending, Measured> whenFinished;
    private final List<StandardField> schemaFields;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> acrossRules = new HashSet<>();
    private final int acrossOfARecord;
    private final long[] filled;
    private final long[] required;
    private final long[] failed;
    private final Map<Kind, Long> rules = new HashMap<>();
    private long rows;
    private long records;
    private long unusable;
    private long duplicates;
    private long acrossChecked;
    private long acrossFailed;

    /** @param whenFinished takes what was counted when the batch has come to its end */
    RowMeasure(StandardSchema schema, BiConsumer<Ending, Measured> whenFinished) {
        this.whenFinished = whenFinished;
        this.schemaFields = schema.fields();
        this.filled = new long[schemaFields.size()];
        this.required = new long[filled.length];
        this.failed = new long[filled.length];
        int across = schema.rules().size();
        for (int i = 0; i < filled.length; i++) {
            places.put(schemaFields.get(i).name(), i);
            for (String check : schemaFields.get(i).checks()) {
                if (Checks.crossesFields(check) && !Checks.id(check).equals(REQUIRED_IF)) {
                    acrossRules.add(Checks.id(check));
                    across++;
                }
            }
        }
        schema.rules().forEach(rule -> acrossRules.add(rule.id()));
        schema.references().forEach(reference -> acrossRules.add(reference.id()));
        this.acrossOfARecord = across;
    }

    @Override
    public void accepted(List<? extends @Nullable Object> values, List<Finding> warnings) {
        rows++;
        records++;
        acrossChecked += acrossOfARecord;
        for (int i = 0; i < filled.length; i++) {
            if (values.get(i) != null) {
                filled[i]++;
            }
        }
        if (!warnings.isEmpty()) {
            count(warnings, null);
        }
    }

    @Override
    public void deletion() {
        rows++;
    }

    @Override
    public void refused(@Nullable Map<String, ? extends @Nullable String> values, List<Finding> findings) {
        rows++;
        if (values == null || findings.stream().anyMatch(finding -> !places.containsKey(finding.field()))) {
            unusable++;
            findings.forEach(finding -> add(Dimension.VALIDITY, finding));
            return;
        }
        records++;
        acrossChecked += acrossOfARecord;
        BitSet there = new BitSet(filled.length);
        for (int i = 0; i < filled.length; i++) {
            String value = values.get(schemaFields.get(i).name());
            there.set(i, value != null && !value.isEmpty());
        }
        count(findings, there);
        there.stream().forEach(i -> filled[i]++);
    }

    /**
     * Counts the findings of a record; a value counts once however many rules it breaks.
     *
     * @param there the fields that have a value: what a value-rule has found wrong was there too; null when counted already
     */
    private void count(List<Finding> findings, @Nullable BitSet there) {
        BitSet wrong = new BitSet(filled.length);
        int across = 0;
        for (Finding finding : findings) {
            int place = places.getOrDefault(finding.field(), -1);
            Dimension dimension = dimension(finding.rule());
            add(dimension, finding);
            if (dimension == Dimension.CONSISTENCY) {
                across++;
            } else if (finding.rule().equals(REQUIRED_IF) && place >= 0) {
                required[place]++;
            } else if (dimension == Dimension.VALIDITY && place >= 0) {
                wrong.set(place);
            }
        }
        acrossFailed += Math.min(across, acrossOfARecord);
        wrong.stream().forEach(i -> failed[i]++);
        if (there != null) {
            there.or(wrong);
        }
    }

    @Override
    public void heldBack(List<Finding> findings) {
        for (Finding finding : findings) {
            Dimension dimension = dimension(finding.rule());
            add(dimension, finding);
            if (dimension == Dimension.UNIQUENESS) {
                duplicates++;
            } else {
                acrossFailed++;
            }
        }
    }

    @Override
    public void referencesChecked(List<StandardReference> references, long eachRecords) {
        acrossChecked += references.size() * eachRecords;
    }

    @Override
    public void finished(Ending ending) {
        whenFinished.accept(ending, measured());
    }

    @Override
    public void dangling(StandardReference reference, long danglingRecords) {
        if (danglingRecords > 0) {
            acrossFailed += danglingRecords;
            String field = reference.fields().getFirst();
            rules.merge(
                    new Kind(Dimension.CONSISTENCY, reference.id(), field, Severity.WARNING),
                    danglingRecords,
                    Long::sum);
        }
    }

    private Dimension dimension(String rule) {
        return switch (rule) {
            case REQUIRED, REQUIRED_IF -> Dimension.COMPLETENESS;
            case DUPLICATE_KEY -> Dimension.UNIQUENESS;
            default -> acrossRules.contains(rule) ? Dimension.CONSISTENCY : Dimension.VALIDITY;
        };
    }

    private void add(Dimension dimension, Finding finding) {
        String field = places.containsKey(finding.field()) ? finding.field() : "";
        Kind kind = new Kind(dimension, finding.rule(), field, finding.severity());
        if (rules.containsKey(kind) || rules.size() < Measured.MOST_RULES) {
            rules.merge(kind, 1L, Long::sum);
        }
    }

    private Measured measured() {
        List<FieldCount> fields = new ArrayList<>();
        for (int i = 0; i < filled.length; i++) {
            StandardField field = schemaFields.get(i);
            long expected = field.nullable() ? required[i] : records;
            long missing = field.nullable() ? required[i] : records - filled[i];
            fields.add(new FieldCount(field.name(), records, filled[i], expected, missing, failed[i]));
        }
        List<RuleCount> found = rules.entrySet().stream()
                .map(each -> new RuleCount(
                        each.getKey().dimension(),
                        each.getKey().rule(),
                        each.getKey().field(),
                        each.getKey().severity(),
                        each.getValue()))
                .toList();
        return new Measured(rows, records, unusable, duplicates, acrossChecked, acrossFailed, fields, found);
    }
}
