package org.exchangehub.core.quality;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardReference;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.check.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a batch one by one; what it holds does not grow with their number, and nothing is allocated for a row,
 * neither a right nor a wrong one.
 */
final class RowMeasure implements BatchObserver.Observation {

    private static final String REQUIRED = "required";
    private static final String REQUIRED_IF = "required-if";
    private static final String DUPLICATE_KEY = "duplicate-key";
    private static final int SEVERITIES = 2;

    private final BiConsumer<Ending, Measured> whenFinished;
    private final List<StandardField> schemaFields;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> acrossRules = new HashSet<>();
    private final int acrossOfARecord;
    private final long[] filled;
    private final long[] required;
    private final long[] failed;
    private final boolean[] present;
    private final boolean[] wrong;
    private final Map<String, long[]> rulesOfRecords = new HashMap<>();
    private final Map<String, long[]> rulesOfUnusable = new HashMap<>();
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
        this.present = new boolean[filled.length];
        this.wrong = new boolean[filled.length];
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
        record();
        for (int i = 0; i < filled.length; i++) {
            if (values.get(i) != null) {
                filled[i]++;
            }
        }
        if (!warnings.isEmpty()) {
            judge(warnings);
        }
    }

    @Override
    public void deletion() {
        rows++;
    }

    @Override
    public void refused(@Nullable Map<String, ? extends @Nullable String> values, List<Finding> findings) {
        if (values == null || !allOfFields(findings)) {
            rows++;
            unusable++;
            for (Finding finding : findings) {
                add(rulesOfUnusable, finding.rule(), finding.field(), finding.severity(), 1);
            }
            return;
        }
        record();
        for (int i = 0; i < filled.length; i++) {
            String value = values.get(schemaFields.get(i).name());
            present[i] = value != null && !value.isEmpty();
        }
        judge(findings);
        for (int i = 0; i < filled.length; i++) {
            // what a rule of a value has found wrong was there, whatever it looks like as text
            if (present[i] || wrong[i]) {
                filled[i]++;
            }
        }
    }

    private void record() {
        rows++;
        records++;
        acrossChecked += acrossOfARecord;
    }

    private boolean allOfFields(List<Finding> findings) {
        for (Finding finding : findings) {
            if (!places.containsKey(finding.field())) {
                return false;
            }
        }
        return true;
    }

    /** Counts the findings of a record; a value counts once however many rules it breaks. */
    private void judge(List<Finding> findings) {
        Arrays.fill(wrong, false);
        int across = 0;
        for (Finding finding : findings) {
            Dimension dimension = dimension(finding.rule());
            int place = add(rulesOfRecords, finding.rule(), finding.field(), finding.severity(), 1);
            if (dimension == Dimension.CONSISTENCY) {
                across++;
            } else if (place >= 0 && finding.rule().equals(REQUIRED_IF)) {
                required[place]++;
            } else if (place >= 0 && dimension == Dimension.VALIDITY) {
                wrong[place] = true;
            }
        }
        acrossFailed += Math.min(across, acrossOfARecord);
        for (int i = 0; i < wrong.length; i++) {
            if (wrong[i]) {
                failed[i]++;
            }
        }
    }

    @Override
    public void heldBack(List<Finding> findings) {
        for (Finding finding : findings) {
            add(rulesOfRecords, finding.rule(), finding.field(), finding.severity(), 1);
            if (dimension(finding.rule()) == Dimension.UNIQUENESS) {
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
    public void dangling(StandardReference reference, long danglingRecords) {
        if (danglingRecords > 0) {
            acrossFailed += danglingRecords;
            add(rulesOfRecords, reference.id(), reference.fields().getFirst(), Severity.WARNING, danglingRecords);
        }
    }

    @Override
    public void finished(Ending ending) {
        whenFinished.accept(ending, measured());
    }

    private Dimension dimension(String rule) {
        return switch (rule) {
            case REQUIRED, REQUIRED_IF -> Dimension.COMPLETENESS;
            case DUPLICATE_KEY -> Dimension.UNIQUENESS;
            default -> acrossRules.contains(rule) ? Dimension.CONSISTENCY : Dimension.VALIDITY;
        };
    }

    /** Answers with the field's place in the schema; -1 when the finding is about the whole row. */
    private int add(Map<String, long[]> rules, String rule, String field, Severity severity, long times) {
        int place = places.getOrDefault(field, -1);
        long[] counts = rules.get(rule);
        if (counts == null) {
            counts = new long[(filled.length + 1) * SEVERITIES];
            rules.put(rule, counts);
        }
        counts[(place + 1) * SEVERITIES + (severity == Severity.ERROR ? 0 : 1)] += times;
        return place;
    }

    private Measured measured() {
        List<FieldCount> fields = new ArrayList<>();
        for (int i = 0; i < filled.length; i++) {
            StandardField field = schemaFields.get(i);
            long expected = field.nullable() ? required[i] : records;
            long missing = field.nullable() ? required[i] : records - filled[i];
            fields.add(new FieldCount(field.name(), records, filled[i], expected, missing, failed[i]));
        }
        List<RuleCount> found = new ArrayList<>();
        rulesOfRecords.forEach((rule, counts) -> list(dimension(rule), rule, counts, found));
        rulesOfUnusable.forEach((rule, counts) -> list(Dimension.VALIDITY, rule, counts, found));
        return new Measured(rows, records, unusable, duplicates, acrossChecked, acrossFailed, fields, found);
    }

    private void list(Dimension dimension, String rule, long[] counts, List<RuleCount> to) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                String field = i < SEVERITIES
                        ? ""
                        : schemaFields.get(i / SEVERITIES - 1).name();
                Severity severity = i % SEVERITIES == 0 ? Severity.ERROR : Severity.WARNING;
                to.add(new RuleCount(dimension, rule, field, severity, counts[i]));
            }
        }
    }
}
