package org.exchangehub.core.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a dataset's life.
 *
 * @param edition the edition it concerned
 * @param from the state before, null when a life began; a change of a published dataset has states of its own
 * @param state the state afterwards
 * @param name user name of who did it
 * @param opinion the words of who decided; never null where the move needs a reason
 */
record HistoryEntry(
        String dataset,
        Move move,
        int edition,
        Dataset.@Nullable State from,
        Dataset.State state,
        int version,
        String subject,
        String name,
        @Nullable String department,
        @Nullable String opinion,
        Instant at) {}
