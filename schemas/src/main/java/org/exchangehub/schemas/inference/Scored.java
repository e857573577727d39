package org.exchangehub.schemas.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.inference.Proposal.Evidence;
import org.exchangehub.schemas.inference.Proposal.Kind;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * A column held against a field: what name and values say, and what both come to.
 *
 * @param numbering how likely it is as the number its table goes by, 0 to 1
 */
record Scored(NameMatch.Match name, ValueMatch.Match values, double numbering) {

    /** Below this a field is not proposed. */
    static final double LEAST = 0.3;

    private static final double NAME_WEIGHT = 0.95;
    /** How far a name is trusted whose column is empty. */
    private static final double EMPTY_PART = 0.8;

    private static final double VALUES_WEIGHT = 0.72;
    /** A passed check counts from this share of passing values on. */
    private static final double PASSING = 0.6;

    /** Name and values as independent evidence; values that cannot be the field's leave little of the name. */
    double confidence() {
        boolean tried = !values.by().isEmpty();
        if (values.nothing()) {
            return EMPTY_PART * NAME_WEIGHT * name.score();
        }
        double passing = tried && values.share() >= PASSING ? values.share() * values.telling() : 0;
        double together = 1 - (1 - Math.max(numbering, NAME_WEIGHT * name.score())) * (1 - VALUES_WEIGHT * passing);
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
        if (numbering > 0) {
            evidence.add(new Evidence(
                    Kind.TELLS_ROWS_APART,
                    1,
                    new LocalizedText("每行的值各不相同，形似编号", "a number or code that differs in every row")));
        }
        if (!values.by().isEmpty() && !values.nothing()) {
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
