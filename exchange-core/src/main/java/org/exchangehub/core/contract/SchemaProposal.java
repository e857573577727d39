package org.exchangehub.core.contract;

import java.util.List;
import org.exchangehub.schemas.inference.Proposal;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the hub proposes for a sample.
 *
 * @param schema inferred from the sample alone, Avro with the hub's properties
 * @param keyCandidates its fields that are there and differ in every row
 * @param standards mappings to standards, the best or the chosen one first; empty when none shares a column with the sample
 */
record SchemaProposal(
        SampleView sample, JsonNode schema, List<String> keyCandidates, List<ProposedStandard> standards) {

    /**
     * The sample as it was read.
     *
     * @param form how it is written, e.g. {@code CSV, GB18030, ","}
     * @param truncated whether the file has more rows than were read
     */
    record SampleView(String kind, String form, int rows, boolean truncated, List<String> headers) {}

    /**
     * A standard and how the sample would be mapped to it.
     *
     * @param dataset e.g. {@code legal-person}
     * @param version e.g. {@code 1-0-0}
     * @param score to order by
     * @param share its part of the scores of all standards, 0 to 1
     * @param unfilledMandatory mandatory fields that nothing fills
     * @param mapping a mapping of version 1, to be used as it is
     * @param avro the standard's schema
     */
    record ProposedStandard(
            String dataset,
            String version,
            LocalizedText title,
            double score,
            double share,
            List<ProposedColumn> columns,
            List<MissingField> unfilledMandatory,
            JsonNode mapping,
            SampleCheck check,
            JsonNode avro) {}

    /** A field of the standard that nothing fills. */
    record MissingField(String field, LocalizedText title) {}

    /**
     * What is proposed for a column.
     *
     * @param field null when the column is left out
     * @param confidence 0 to 1
     * @param passing share of the sample's rows without an error in the field once mapped, 0 to 1
     */
    record ProposedColumn(
            String column,
            @Nullable String field,
            @Nullable LocalizedText title,
            double confidence,
            @Nullable Double passing,
            List<ProposalEvidence> evidence,
            List<FieldAlternative> alternatives) {}

    /**
     * A reason.
     *
     * @param share of the name in common, or of the values that fit, 0 to 1
     */
    record ProposalEvidence(Proposal.Kind kind, double share, LocalizedText text) {}

    /** Another field it could be. */
    record FieldAlternative(String field, LocalizedText title, double confidence) {}
}
