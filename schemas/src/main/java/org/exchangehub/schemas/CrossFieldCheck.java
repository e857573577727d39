package org.exchangehub.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.check.CrossCheck;
import org.exchangehub.schemas.check.FieldShape;
import org.exchangehub.schemas.check.Verdict;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A check of one field against another, in its place in the record. */
final class CrossFieldCheck {

    private final StandardField field;
    private final StandardField otherField;
    private final int own;
    private final int other;
    private final CrossCheck check;

    private CrossFieldCheck(List<StandardField> fields, int own, int other, CrossCheck check) {
        this.field = fields.get(own);
        this.otherField = fields.get(other);
        this.own = own;
        this.other = other;
        this.check = check;
    }

    /** All of a schema, in its order. */
    static CrossFieldCheck[] of(List<StandardField> fields) {
        Map<String, FieldShape> shapes = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (StandardField field : fields) {
            shapes.put(field.name(), field.shape());
            names.add(field.name());
        }
        List<CrossFieldCheck> checks = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            for (String spec : fields.get(i).checks()) {
                if (Checks.crossesFields(spec)) {
                    CrossCheck check = Checks.compile(spec, fields.get(i).shape(), shapes);
                    checks.add(new CrossFieldCheck(fields, i, names.indexOf(check.other()), check));
                }
            }
        }
        return checks.toArray(CrossFieldCheck[]::new);
    }

    /** Null when the record is right or the check does not apply. */
    @Nullable
    Finding check(@Nullable Object[] values, boolean[] wrong) {
        Object beside = values[other];
        if (beside == null || wrong[other] || wrong[own]) {
            return null;
        }
        Verdict verdict = check.comparison().verdict(values[own], beside);
        return verdict == null ? null : finding(verdict, values);
    }

    private Finding finding(Verdict verdict, @Nullable Object[] values) {
        String value = Found.text(field, values[own]);
        String beside = Found.text(otherField, values[other]);
        LocalizedText expected = verdict.expected();
        LocalizedText message = new LocalizedText(
                field.title().zh() + "：应为" + expected.zh() + "，实为" + (value == null ? "空" : "“" + value + "”") + "（"
                        + otherField.title().zh() + "为“" + beside + "”）",
                field.title().en() + ": expected " + expected.en() + ", found "
                        + (value == null ? "nothing" : "\"" + value + "\"") + " ("
                        + otherField.title().en() + ": \"" + beside + "\")");
        String found = field.name() + "=" + value + ", " + otherField.name() + "=" + beside;
        return new Finding(field.name(), check.id(), verdict.severity(), expected.en(), found, message);
    }
}
