package org.exchangehub.core.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as the API shows it: what the hub knows of it and, beside it, what its department states.
 *
 * @param change the next edition on its way; only its department and the catalog authority see it
 */
record DatasetView(
        String code,
        String resourceCode,
        Dataset.State state,
        String department,
        @JsonUnwrapped Entry entry,
        int edition,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant publishedAt,
        @Nullable ChangeView change,
        @Nullable WithdrawalView withdrawal) {

    /** A change on its way. */
    record ChangeView(
            int edition,
            Dataset.State state,
            Change.Cause cause,
            LocalDate causedOn,
            String reason,
            Entry entry,
            Instant openedAt,
            @Nullable Instant submittedAt) {

        static @Nullable ChangeView of(@Nullable Change change) {
            return change == null
                    ? null
                    : new ChangeView(
                            change.edition(),
                            change.state(),
                            change.cause(),
                            change.causedOn(),
                            change.reason(),
                            change.entry(),
                            change.openedAt(),
                            change.submittedAt());
        }
    }

    /** An end announced or reached. */
    record WithdrawalView(
            String reason,
            @Nullable String negotiation,
            LocalDate endsOn,
            Instant proposedAt,
            @Nullable String filing,
            @Nullable Instant filedAt) {

        static @Nullable WithdrawalView of(@Nullable Withdrawal said) {
            return said == null
                    ? null
                    : new WithdrawalView(
                            said.reason(),
                            said.negotiation(),
                            said.endsOn(),
                            said.proposedAt(),
                            said.filing(),
                            said.filedAt());
        }
    }

    record DatasetList(List<DatasetView> items) {}

    record DatasetHistory(List<HistoryEntry> items) {}

    record EditionList(List<Edition> items) {}

    record DifferenceList(List<EntryDifference> items) {}

    static DatasetView of(Dataset dataset, Caller reader) {
        return new DatasetView(
                dataset.code(),
                dataset.resourceCode(),
                dataset.state(),
                dataset.department(),
                dataset.entry(),
                dataset.edition(),
                dataset.version(),
                dataset.createdAt(),
                dataset.updatedAt(),
                dataset.submittedAt(),
                dataset.publishedAt(),
                ChangeView.of(DatasetFilter.works(dataset, reader) ? dataset.change() : null),
                WithdrawalView.of(dataset.withdrawal()));
    }
}
