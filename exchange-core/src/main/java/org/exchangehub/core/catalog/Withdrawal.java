package org.exchangehub.core.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a published dataset: its department says why and what it agreed with those who use it, the authority files
 * it (Decree 809, Art. 27: a provider does not stop a service one-sidedly).
 *
 * @param reason why it ends, 1 to 1 000 characters
 * @param negotiation with whom it was negotiated and what was agreed; or that nobody uses it
 * @param endsOn the last day it is given; not filed before
 * @param filing the number it is filed under (备案), once it is
 */
record Withdrawal(
        String reason,
        String negotiation,
        LocalDate endsOn,
        String proposedBy,
        Instant proposedAt,
        @Nullable String filing,
        @Nullable Instant filedAt) {

    Withdrawal filed(String number, Instant now) {
        return new Withdrawal(reason, negotiation, endsOn, proposedBy, proposedAt, number, now);
    }
}
