package org.exchangehub.schemas.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.inference.Proposal.Evidence;
import org.exchangehub.schemas.inference.Proposal.Kind;
import org.exchangehub.schemas.value.LocalizedText;

/** A column held against a field: what name and values say, and what both come to. */
record Scored(NameMatch.Match name, ValueMatch.Match values) {

    /** Below this a field is not proposed. */
    static final double LEAST = 0.3;

    private static final double NAME_WEIGHT = 0.95;
    private static final double VALUES_WEIGHT = 0.72;
    /** A passed check counts from this share of passing values on. */
    private static final double PASSING = 0.6;

    /** Name and values as independent evidence; values that cannot be the field's leave little of the name. */
    double confidence() {
        boolean tried = !values.by().isEmpty();
        double passing = tried && values.share() >= PASSING ? values.share() * values.telling() : 0;
        double together = 1 - (1 - NAME_WEIGHT * name.score()) * (1 - VALUES_WEIGHT * passing);
        if (!tried || values.share() >= PASSING) {
            return Math.min(together, 0.99);
        }
        double doubt = values.against() ? 0.25 : 1 - 0.45 * values.telling();
        return together * doubt;
    }

    List<Evidence> evidence(StandardField field) {
        List<Evidence> evidence = new ArrayList<>();
        if (name.exact()) {
            evidence.add(new Evidence(
                    Kind.SAME_NAME,
                    1,
                    new LocalizedText("列名与“" + name.called() + "”相同", "the header is \"" + name.called() + "\"")));
        } else if (name.score() > 0) {
            evidence.add(new Evidence(
                    Kind.SIMILAR_NAME,
                    round(name.score()),
                    new LocalizedText(
                            "列名与“" + name.called() + "”相近（" + percent(name.score()) + "）",
                            "the header resembles \"" + name.called() + "\" (" + percent(name.score()) + ")")));
        }
        if (!values.by().isEmpty()) {
            boolean fit = values.share() >= PASSING;
            String by = values.by().equals("code-list") ? field.codes() + "" : values.by();
            evidence.add(new Evidence(
                    fit ? Kind.VALUES_FIT : Kind.VALUES_DO_NOT_FIT,
                    round(values.share()),
                    new LocalizedText(
                            percent(values.share()) + "的值符合“" + by + "”",
                            percent(values.share()) + " of the values fit \"" + by + "\"")));
        }
        return evidence;
    }

    static double round(double share) {
        return Math.round(share * 1_000) / 1_000.0;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
