package org.exchangehub.core.audit;

import java.util.List;
import java.util.UUID;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/** Looks into what was published, for accesses too large to name everybody in them; the package that answers queries does. */
public interface PublishedHistory {

    /**
     * The texts a subject's tokens are made of, in the forms records may hold them.
     *
     * @throws HubProblem {@code REQUEST_INVALID} when the number or key has not the form of one
     */
    List<String> names(DataSubject subject);

    /** The datasets that hold, or once held, a record that names the subject; found by index. */
    List<String> datasets(DataSubject subject);

    /** How many changes or rows of an extent named the subject and were visible to whoever read it. */
    Evaluation evaluated(DataSubject subject, Extent extent);

    /** What a large access covered. */
    sealed interface Extent {

        String dataset();

        /** Whose rows; null when the owner read. */
        @Nullable
        UUID grant();

        /**
         * Changes, one after another.
         *
         * @param after number in the dataset's sequence of changes behind which it began
         * @param until number of the last change looked at
         */
        record Changes(String dataset, @Nullable UUID grant, long after, long until) implements Extent {}

        /**
         * The rows that were current in a release.
         *
         * @param narrowed whether only those that met a filter, of which the log holds the shape but not the values
         */
        record Rows(String dataset, @Nullable UUID grant, long release, boolean narrowed) implements Extent {}
    }

    /**
     * What was found in history.
     *
     * @param known whether it could be evaluated; a grant or dataset that is no more cannot, nor a filter's values
     * @param changes how many changes or rows touched the subject, at most when that is not known
     */
    record Evaluation(boolean known, @Nullable Long changes) {

        /** It cannot be told any more, which an honest answer says. */
        public static final Evaluation UNKNOWN = new Evaluation(false, null);
    }
}
