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

    /** How many changes of an extent named the subject and were visible to whoever read it. */
    Evaluation evaluated(DataSubject subject, Extent extent);

    /**
     * What a large access covered.
     *
     * @param grant whose rows; null when the owner read
     * @param after number in the dataset's sequence of changes behind which it began
     * @param until number of the last change looked at
     */
    record Extent(String dataset, @Nullable UUID grant, long after, long until) {}

    /**
     * What was found in history.
     *
     * @param known whether it could be evaluated; a grant or dataset that is no more cannot
     * @param changes how many changes touched the subject
     */
    record Evaluation(boolean known, long changes) {

        /** It cannot be told any more, which an honest answer says. */
        public static final Evaluation UNKNOWN = new Evaluation(false, 0);
    }
}
