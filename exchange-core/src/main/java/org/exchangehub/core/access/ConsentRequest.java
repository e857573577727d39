package org.exchangehub.core.access;

import java.util.Objects;
import org.exchangehub.core.access.Consent.Word;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a head or the authority says to what is asked of it.
 *
 * @param opinion at most 1 000 characters; needed for a refusal
 */
record ConsentRequest(@Nullable Word decision, @Nullable String opinion) {

    private static final int LONGEST = 1_000;

    /** The word said; refuses with {@code REQUEST_INVALID} when there is none, and a refusal without a reason (Decree 809, Art. 21). */
    Word word() {
        Violations found = new Violations()
                .needed("/decision", decision, "CONSENT or REFUSE")
                .text("/opinion", opinion, LONGEST);
        if (decision == Word.REFUSE) {
            found.needed("/opinion", opinion, "the reason of the refusal (Decree 809, Art. 21)");
        }
        found.refuse("The decision is not valid.");
        return Objects.requireNonNull(decision);
    }
}
