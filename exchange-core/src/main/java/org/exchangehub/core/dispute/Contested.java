package org.exchangehub.core.dispute;

import org.exchangehub.core.work.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A decision one department holds to be wrong, as it was when the dispute began.
 *
 * @param about what was decided on
 * @param version of the subject that the decision made; one decision is contested once
 * @param dataset code of the dataset concerned
 * @param claimant department that contests the decision
 * @param respondent department that decided
 * @param decision in the respondent's words; null when it gave none
 */
public record Contested(
        Subject about,
        int version,
        String dataset,
        String claimant,
        String respondent,
        @Nullable String decision) {}
