package org.exchangehub.core.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a published dataset: its department says why, and what it agreed with those who use it; the authority has it on
 * file (Decree 809, Art. 27: a provider does not stop a service one-sidedly).
 *
 * @param reason why it ends
 * @param negotiation with whom it was negotiated and what was agreed, or that nobody uses it; null until it ends
 * @param endsOn the last day it is given
 * @param filing the number it is filed under (备案), once it has ended
 */
record Withdrawal(
        String reason,
        @Nullable String negotiation,
        LocalDate endsOn,
        String proposedBy,
        Instant proposedAt,
        @Nullable String filing,
        @Nullable Instant filedAt) {

    Withdrawal filed(String agreed, String number, Instant now) {
        return new Withdrawal(reason, agreed, endsOn, proposedBy, proposedAt, number, now);
    }
}
