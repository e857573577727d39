package org.exchangehub.core.dispute;

import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.HubProblem;

/** What departments can disagree about, kept by the package whose decisions are contested: one bean for each type of subject. */
public interface Disputable {

    /** Type of the subjects, such as {@code application}: stored, so it must not change. */
    String type();

    /**
     * Takes note, in the transaction that opens the dispute, that a decision is contested, and says which.
     *
     * @param head a sharing head
     * @throws HubProblem {@code NOT_FOUND} for what the caller may not see, {@code ACCESS_DENIED} when it is not the caller's to
     *     contest, {@code CONFLICT} when there is nothing to contest now
     */
    Contested contest(UUID id, Caller head);

    /**
     * Puts the end of a dispute into effect, in the transaction of the move that ends it.
     *
     * @param upheld whether the claim is upheld; if not, the contested decision stands
     * @param by whose move ended the dispute
     */
    void settled(UUID id, UUID dispute, boolean upheld, Caller by);
}
