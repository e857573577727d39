package org.exchangehub.core.catalog;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others decide on an entry handed in: the head of the department consents (Decree 809, Arts. 11 and 13), the
 * catalog authority reviews it twice (Arts. 12 and 16). Nobody decides on what passed through their own hands.
 */
@Service
class Decisions {

    private static final Set<Move> BEFORE_A_REVIEW =
            EnumSet.of(Move.DRAFTED, Move.CHANGE_OPENED, Move.AMENDED, Move.SUBMITTED, Move.CONSENTED);

    private final DatasetLife life;
    private final Steps steps;
    private final CatalogClocks clocks;
    private final Offers offers;
    private final ObjectProvider<PublicationGate> gates;
    private final ApplicationEventPublisher events;

    Decisions(
            DatasetLife life,
            Steps steps,
            CatalogClocks clocks,
            Offers offers,
            ObjectProvider<PublicationGate> gates,
            ApplicationEventPublisher events) {
        this.life = life;
        this.steps = steps;
        this.clocks = clocks;
        this.offers = offers;
        this.gates = gates;
        this.events = events;
    }

    /** The word of the department's head. */
    @Transactional
    public Dataset consent(String code, Review said, Caller head) {
        Move move =
                switch (decision(said)) {
                    case APPROVE -> Move.CONSENTED;
                    case RETURN -> Move.CONSENT_REFUSED;
                };
        Dataset dataset = steps.begin(code, move, head);
        steps.requireOthers(dataset, Move.COMPILING, head);
        return decided(dataset, move, said.opinion(), head);
    }

    /** The authority's word, in the review that is named. */
    @Transactional
    public Dataset review(String code, Review said, Caller reviewer) {
        Review.Decision decision = decision(said);
        new Violations()
                .needed("/stage", said.stage(), "REGISTRATION or PUBLICATION")
                .refuse("The review is not valid.");
        Move move =
                switch (Objects.requireNonNull(said.stage())) {
                    case REGISTRATION ->
                        decision == Review.Decision.APPROVE ? Move.REGISTRATION_APPROVED : Move.REGISTRATION_REFUSED;
                    case PUBLICATION -> decision == Review.Decision.APPROVE ? Move.PUBLISHED : Move.PUBLICATION_REFUSED;
                };
        Dataset dataset = steps.begin(code, move, reviewer);
        steps.requireOthers(dataset, BEFORE_A_REVIEW, reviewer);
        return move == Move.PUBLISHED
                ? publish(dataset, said.opinion(), reviewer)
                : decided(dataset, move, said.opinion(), reviewer);
    }

    private Dataset decided(Dataset dataset, Move move, @Nullable String opinion, Caller caller) {
        Dataset decided = dataset.decided(move, steps.now());
        Steps.requireReason(move, "/opinion", opinion);
        return steps.moved(dataset, decided, move, opinion, caller);
    }

    private Dataset publish(Dataset reviewed, @Nullable String opinion, Caller reviewer) {
        Dataset dataset = reviewed.classified(offers.level(reviewed));
        Dataset published = dataset.published(steps.now());
        Steps.requireReason(Move.PUBLISHED, "/opinion", opinion);
        gates.orderedStream().forEach(gate -> gate.check(dataset));
        life.keep(dataset, Edition.of(dataset, steps.now()));
        steps.moved(dataset, published, Move.PUBLISHED, opinion, reviewer);
        offers.refresh(published);
        events.publishEvent(
                dataset.published()
                        ? new DatasetChanged(published.code(), published.edition())
                        : new DatasetPublished(published.code()));
        return published;
    }

    /** More time for the change under way, to which the authority consents (Decree 809, Art. 17). */
    @Transactional
    public Dataset moreTime(String code, int days, Caller caller) {
        caller.require(Role.CATALOG_AUTHORITY);
        Dataset dataset = steps.locked(code);
        Change change = dataset.change();
        if (change == null) {
            throw new HubProblem(ErrorCode.CONFLICT, "Dataset " + code + " has no change under way.");
        }
        clocks.extended(dataset, change.edition(), days, steps.now(), caller.who());
        return dataset;
    }

    private static Review.Decision decision(Review said) {
        new Violations()
                .needed("/decision", said.decision(), "APPROVE or RETURN")
                .refuse("The decision is not valid.");
        return Objects.requireNonNull(said.decision());
    }
}
