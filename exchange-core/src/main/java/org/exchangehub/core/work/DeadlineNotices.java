package org.exchangehub.core.work;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Role;
import org.springframework.stereotype.Component;

/** Who is told of a deadline that is near or over: those whose duty it is, and of what is overdue the authority too. */
@Component
class DeadlineNotices {

    private final Notices notices;

    DeadlineNotices(Notices notices) {
        this.notices = notices;
    }

    void near(Deadline deadline) {
        send("work.deadline-near", deadline, responsible(deadline));
    }

    void overdue(Deadline deadline) {
        Set<Recipient> told = Stream.concat(responsible(deadline).stream(), Stream.of(Recipient.authority()))
                .collect(Collectors.toUnmodifiableSet());
        send("work.deadline-overdue", deadline, told);
    }

    private void send(String kind, Deadline deadline, Set<Recipient> recipients) {
        Deadline.Term term = deadline.term();
        if (term == null) {
            return; // the clock stands: nothing is near or over
        }
        Notice notice = new Notice(kind, deadline.subject(), recipients, java.util.Map.of())
                .with("task", deadline.kind().title().zh())
                .with("taskEn", deadline.kind().title().en())
                .with("article", deadline.kind().article())
                .with("dueOn", term.dueOn());
        notices.send(notice, Who.HUB);
    }

    private static Set<Recipient> responsible(Deadline deadline) {
        Stream<Role> roles =
                switch (deadline.kind()) {
                    case REPLY_UNCONDITIONAL, REPLY_CONDITIONAL, DISPOSAL, DISPUTE_REPLY, DISPUTE_APPEAL ->
                        Stream.of(Role.SHARING_HEAD);
                    case DELIVERY, CORRECTION, CATALOG_UPDATE -> Stream.of(Role.SHARING_HEAD, Role.STEWARD);
                    case CATALOG_REVIEW, DISPUTE_DECISION -> Stream.of(Role.CATALOG_AUTHORITY);
                };
        return roles.map(role -> Recipient.office(deadline.department(), role)).collect(Collectors.toUnmodifiableSet());
    }
}
