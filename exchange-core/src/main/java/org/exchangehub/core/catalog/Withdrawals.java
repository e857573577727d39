package org.exchangehub.core.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of datasets in force: announced by the head of the department with the reason and with what was negotiated,
 * filed by the authority and never before the day announced (Decree 809, Art. 27).
 */
@Service
class Withdrawals {

    private static final int PARAGRAPH = 1_000;
    private static final int FILING = 100;

    private final Steps steps;
    private final Offers offers;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Withdrawals(Steps steps, Offers offers, ApplicationEventPublisher events, ZoneId zone) {
        this.steps = steps;
        this.offers = offers;
        this.events = events;
        this.zone = zone;
    }

    @Transactional
    public Dataset propose(String code, Review.WithdrawalProposal proposal, Caller head) {
        Dataset dataset = steps.begin(code, Move.WITHDRAWAL_PROPOSED, head);
        Instant now = steps.now();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Violations found = new Violations()
                .needed("/negotiation", proposal.negotiation(), "with whom it was negotiated and what was agreed")
                .text("/negotiation", proposal.negotiation(), PARAGRAPH)
                .needed("/endsOn", proposal.endsOn(), "the last day it is given");
        if (proposal.endsOn() != null && proposal.endsOn().isBefore(today)) {
            found.add("/endsOn", today + " or later", proposal.endsOn().toString());
        }
        found.refuse("The end of a dataset is announced with its day and what was negotiated (Decree 809, Art. 27).");
        Steps.requireReason(Move.WITHDRAWAL_PROPOSED, "/reason", proposal.reason());
        Withdrawal said = new Withdrawal(
                Objects.requireNonNull(proposal.reason()),
                Objects.requireNonNull(proposal.negotiation()),
                Objects.requireNonNull(proposal.endsOn()),
                head.subject(),
                now,
                null,
                null);
        Dataset ending = dataset.ending(Move.WITHDRAWAL_PROPOSED, said, now);
        return steps.moved(dataset, ending, Move.WITHDRAWAL_PROPOSED, proposal.reason(), head);
    }

    @Transactional
    public Dataset decide(String code, Review.WithdrawalDecision decision, Caller caller) {
        new Violations()
                .needed("/decision", decision.decision(), "FILE, REFUSE or RECALL")
                .refuse("The decision is not valid.");
        Move move =
                switch (Objects.requireNonNull(decision.decision())) {
                    case FILE -> Move.WITHDRAWN;
                    case REFUSE -> Move.WITHDRAWAL_REFUSED;
                    case RECALL -> Move.WITHDRAWAL_RECALLED;
                };
        Dataset dataset = steps.begin(code, move, caller);
        Instant now = steps.now();
        move.from(dataset.state(), "Dataset " + code);
        Steps.requireReason(move, "/opinion", decision.opinion());
        Withdrawal said = Objects.requireNonNull(dataset.withdrawal());
        Withdrawal ended = move == Move.WITHDRAWN ? filed(dataset, said, decision, now) : said;
        Dataset after = steps.moved(dataset, dataset.ending(move, ended, now), move, decision.opinion(), caller);
        if (move == Move.WITHDRAWN) {
            offers.withdraw(code);
            events.publishEvent(new DatasetWithdrawn(code));
        }
        return after;
    }

    private Withdrawal filed(Dataset dataset, Withdrawal said, Review.WithdrawalDecision decision, Instant now) {
        new Violations()
                .needed("/filing", decision.filing(), "the number the withdrawal is filed under")
                .text("/filing", decision.filing(), FILING)
                .refuse("A withdrawal is filed under a number.");
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (today.isBefore(said.endsOn())) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Dataset " + dataset.code() + " is announced to end on " + said.endsOn() + "; it is " + today
                            + ", the withdrawal is filed from that day on.");
        }
        return said.filed(Objects.requireNonNull(decision.filing()), now);
    }
}
