package org.exchangehub.schemas.inference;

import java.util.List;
import java.util.Optional;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * What is proposed for a sample.
 *
 * @param fits the standard schemas it could be mapped to, the best first; empty when none shares a column with it
 */
public record Proposal(List<Fit> fits) {

    /**
     * A mapping to one standard schema.
     *
     * @param dataset the schema's dataset, e.g. {@code legal-person}
     * @param schema the schema's full name
     * @param score how well it fits, to order by: 0 or more, grows with columns that fit
     * @param share its part of the scores of all standards in question, 0 to 1
     * @param columns what was found for each column that is mapped, in the sample's order
     * @param unmapped columns no field was found for
     * @param unfilledMandatory mandatory fields that nothing fills; the mapping serves the schema once they are
     * @param mapping a valid mapping of version 1, JSON
     */
    public record Fit(
            String dataset,
            String schema,
            double score,
            double share,
            List<Choice> columns,
            List<Unmapped> unmapped,
            List<String> unfilledMandatory,
            String mapping) {

        public Fit {
            columns = List.copyOf(columns);
            unmapped = List.copyOf(unmapped);
            unfilledMandatory = List.copyOf(unfilledMandatory);
        }

        Fit sharing(double part) {
            return new Fit(dataset, schema, score, part, columns, unmapped, unfilledMandatory, mapping);
        }
    }

    /**
     * A field for a column.
     *
     * @param confidence 0 to 1
     * @param evidence at least one
     * @param alternatives other fields it could be, the likeliest first
     */
    public record Choice(
            String column, String field, double confidence, List<Evidence> evidence, List<Alternative> alternatives) {

        public Choice {
            evidence = List.copyOf(evidence);
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * A field that could be meant.
     *
     * @param confidence 0 to 1
     */
    public record Alternative(String field, double confidence) {}

    /** A column that is left out, and the fields that come nearest, the likeliest first. */
    public record Unmapped(String column, List<Alternative> alternatives) {

        public Unmapped {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** What a choice rests on. */
    public enum Kind {
        /** The header is the field's name, title or standard abbreviation. */
        SAME_NAME,
        /** The header has words or characters in common with the field's name. */
        SIMILAR_NAME,
        /** The column tells the rows apart, as the field does. */
        TELLS_ROWS_APART,
        /** Values pass the field's check, are codes of its list or have its type. */
        VALUES_FIT,
        /** Values do not: the header alone speaks for it. */
        VALUES_DO_NOT_FIT
    }

    /**
     * One reason.
     *
     * @param share of the name in common, or of the values that fit, 0 to 1
     */
    public record Evidence(Kind kind, double share, LocalizedText text) {}

    public Proposal {
        fits = List.copyOf(fits);
    }

    public Optional<Fit> best() {
        return fits.stream().findFirst();
    }
}
