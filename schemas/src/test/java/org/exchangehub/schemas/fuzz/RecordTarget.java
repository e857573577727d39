package org.exchangehub.schemas.fuzz;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.jspecify.annotations.Nullable;

/**
 * A line for each field of the standards of residents and legal persons. What was accepted is accepted as it was kept, without
 * any further correction; by name and by position the same is found; no message is longer than the excerpt it may hold.
 */
final class RecordTarget {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    /** An excerpt of each named field, at most ten of them, between fixed words. */
    private static final int LONGEST_MESSAGE = 2_000;

    private static final int LONGEST_FOUND = 1_500;

    private static final List<RecordChecker> CHECKERS =
            List.of(checker("resident-population"), checker("legal-person"));

    private RecordTarget() {}

    private static RecordChecker checker(String dataset) {
        return RecordChecker.of(
                StandardSchema.parse(StandardSchemas.find(dataset, "1-0-0").orElseThrow()));
    }

    static void take(String text) {
        String[] lines = text.split("\n", -1);
        CHECKERS.forEach(checker -> take(checker, lines));
    }

    private static void take(RecordChecker checker, String[] lines) {
        List<StandardField> fields = checker.schema().fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            values[i] = i < lines.length ? lines[i] : null;
            named.put(fields.get(i).name(), values[i]);
        }
        CheckedRecord checked = checker.check(values, TODAY);
        Broken.unlessEqual(checked, checker.check(named, TODAY), "by position and by name");
        findings(checked).forEach(RecordTarget::brief);
        if (checked instanceof CheckedRecord.Accepted accepted) {
            CheckedRecord again = checker.check(accepted.values().toArray(), TODAY);
            Broken.unless(again instanceof CheckedRecord.Accepted, "accepted and then refused: …", again);
            Broken.unlessEqual(
                    ((CheckedRecord.Accepted) again).values(), accepted.values(), "accepted values stay as they are");
        }
    }

    private static List<Finding> findings(CheckedRecord checked) {
        return switch (checked) {
            case CheckedRecord.Accepted accepted -> accepted.warnings();
            case CheckedRecord.Refused refused -> refused.findings();
        };
    }

    private static void brief(Finding finding) {
        Broken.unlessShort(finding.message().zh(), LONGEST_MESSAGE);
        Broken.unlessShort(finding.message().en(), LONGEST_MESSAGE);
        Broken.unlessShort(finding.found(), LONGEST_FOUND);
    }
}
