package org.exchangehub.core.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.work.Deadline;
import org.exchangehub.core.work.DeadlineKind;
import org.exchangehub.core.work.Deadlines;
import org.exchangehub.core.work.Subject;
import org.springframework.stereotype.Component;

/**
 * The clocks that run while data is applied for, delivered and given up, each moved in the transaction of the move it belongs to. The
 * reply's clock runs from the consent of the applicant's head: by that an application reaches its provider (Decree 809, Arts. 20
 * and 21). What was under way before there were deadlines has none and goes on without.
 */
@Component
class Duties {

    private final Deadlines deadlines;
    private final AccessSubjects subjects;
    private final Clock clock;

    Duties(Deadlines deadlines, AccessSubjects subjects, Clock clock) {
        this.deadlines = deadlines;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The provider has it, for the first time or back with what was missing: the clock runs, or goes on. */
    void received(Application application, ShareAttribute attribute, Who by) {
        Subject subject = subjects.of(application);
        DeadlineKind kind = attribute == ShareAttribute.UNCONDITIONAL
                ? DeadlineKind.REPLY_UNCONDITIONAL
                : DeadlineKind.REPLY_CONDITIONAL;
        Optional<Deadline> open = reply(subject);
        if (open.filter(deadline -> deadline.kind() == kind).isPresent()) {
            deadlines.resume(kind, subject, clock.instant(), by);
            return;
        }
        open.ifPresent(other -> deadlines.cancel(other.kind(), subject, clock.instant(), by));
        deadlines.open(kind, subject, application.provider(), clock.instant(), by);
    }

    /** The applicant is asked for what is missing: the clock stands until the provider has it. */
    void supplementing(Application application, Who by) {
        Subject subject = subjects.of(application);
        reply(subject).ifPresent(deadline -> deadlines.pause(deadline.kind(), subject, clock.instant(), by));
    }

    /** The applicant has answered, and the provider has it back. */
    void supplemented(Application application, Who by) {
        Subject subject = subjects.of(application);
        reply(subject).ifPresent(deadline -> deadlines.resume(deadline.kind(), subject, clock.instant(), by));
    }

    /** More time, with the authority's consent; refuses with {@code REQUEST_INVALID} where there is none to be had. */
    void extended(Application application, int days, Who by) {
        Subject subject = subjects.of(application);
        reply(subject).ifPresent(deadline -> deadlines.extend(deadline.kind(), subject, days, clock.instant(), by));
    }

    /** Whether the provider's reply is due within a day, to which nothing is added. */
    boolean atOnce(Application application) {
        return reply(subjects.of(application))
                .filter(deadline -> deadline.kind() == DeadlineKind.REPLY_UNCONDITIONAL)
                .isPresent();
    }

    /** The provider has replied. */
    void replied(Application application, Who by) {
        Subject subject = subjects.of(application);
        reply(subject).ifPresent(deadline -> deadlines.meet(deadline.kind(), subject, clock.instant(), by));
    }

    /** Nobody waits for a reply any more. */
    void dropped(Application application, Who by) {
        Subject subject = subjects.of(application);
        reply(subject).ifPresent(deadline -> deadlines.cancel(deadline.kind(), subject, clock.instant(), by));
    }

    /** The provider owes the data of a grant (Art. 22). */
    void deliveryDue(Grant grant, Who by) {
        deadlines.open(DeadlineKind.DELIVERY, subjects.of(grant), grant.provider(), clock.instant(), by);
    }

    void delivered(Grant grant, Who by) {
        open(DeadlineKind.DELIVERY, subjects.of(grant))
                .ifPresent(deadline -> deadlines.meet(deadline.kind(), subjects.of(grant), clock.instant(), by));
    }

    void deliveryDropped(Grant grant, Who by) {
        open(DeadlineKind.DELIVERY, subjects.of(grant))
                .ifPresent(deadline -> deadlines.cancel(deadline.kind(), subjects.of(grant), clock.instant(), by));
    }

    /** The consumer owes a certificate of what became of the data (Art. 27). */
    void disposalDue(Grant grant, Who by) {
        deadlines.open(DeadlineKind.DISPOSAL, subjects.of(grant), grant.department(), clock.instant(), by);
    }

    void disposed(Grant grant, Who by) {
        open(DeadlineKind.DISPOSAL, subjects.of(grant))
                .ifPresent(deadline -> deadlines.meet(deadline.kind(), subjects.of(grant), clock.instant(), by));
    }

    private Optional<Deadline> reply(Subject subject) {
        return Arrays.asList(DeadlineKind.REPLY_UNCONDITIONAL, DeadlineKind.REPLY_CONDITIONAL).stream()
                .flatMap(kind -> open(kind, subject).stream())
                .findFirst();
    }

    private Optional<Deadline> open(DeadlineKind kind, Subject subject) {
        return deadlines.last(kind, subject).filter(deadline -> deadline.state().open());
    }
}
