package org.exchangehub.core.catalog;

import java.time.LocalDate;
import java.util.Objects;
import org.exchangehub.core.identity.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of datasets in force: announced by the head of the department with reason and day, taken back or reached (Decree 809,
 * Art. 27). Who uses a dataset is heard by the package that knows them; it makes these moves in its own transaction.
 */
@Service
public class Withdrawals {

    private final Steps steps;
    private final Offers offers;
    private final ApplicationEventPublisher events;

    Withdrawals(Steps steps, Offers offers, ApplicationEventPublisher events) {
        this.steps = steps;
        this.offers = offers;
        this.events = events;
    }

    /**
     * Says to everybody that a dataset will end.
     *
     * @param endsOn the last day it is given, in the jurisdiction's zone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(String code, String reason, LocalDate endsOn, Caller head) {
        Dataset dataset = steps.begin(code, Move.WITHDRAWAL_PROPOSED, head);
        Withdrawal said = new Withdrawal(reason, null, endsOn, head.subject(), steps.now(), null, null);
        Dataset ending = dataset.ending(Move.WITHDRAWAL_PROPOSED, said, steps.now());
        steps.moved(dataset, ending, Move.WITHDRAWAL_PROPOSED, reason, head);
    }

    /** Takes the announcement back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recall(String code, String reason, Caller head) {
        Dataset dataset = steps.begin(code, Move.WITHDRAWAL_RECALLED, head);
        Dataset staying = dataset.ending(Move.WITHDRAWAL_RECALLED, said(dataset), steps.now());
        steps.moved(dataset, staying, Move.WITHDRAWAL_RECALLED, reason, head);
    }

    /**
     * Ends an announced dataset on its day, by the hub itself.
     *
     * @param negotiation with whom it was negotiated and what was agreed
     * @param filing the number it is on file under with the authority (备案号)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String code, String negotiation, String filing) {
        Dataset dataset = steps.locked(code);
        Withdrawal filed = said(dataset).filed(negotiation, filing, steps.now());
        Dataset ended = dataset.ending(Move.WITHDRAWN, filed, steps.now());
        steps.moved(dataset, ended, Move.WITHDRAWN, negotiation, Caller.HUB);
        offers.withdraw(code);
        events.publishEvent(new DatasetWithdrawn(code));
    }

    private static Withdrawal said(Dataset dataset) {
        return Objects.requireNonNull(dataset.withdrawal(), "its end is announced");
    }
}
