package org.exchangehub.core.dispute;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.dispute.Dispute.Move;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.work.Notice;
import org.exchangehub.core.work.Notices;
import org.exchangehub.core.work.Recipient;
import org.exchangehub.schemas.value.LocalizedText;
import org.springframework.stereotype.Component;

/** Who is told of a dispute: the other side's head, both heads of what is decided, the authority from when it has the case. */
@Component
class DisputeNotices {

    private final Notices notices;
    private final Departments departments;

    DisputeNotices(Notices notices, Departments departments) {
        this.notices = notices;
        this.departments = departments;
    }

    void opened(Dispute dispute, Who by) {
        send("opened", dispute, Set.of(respondent(dispute)), by);
    }

    void moved(Dispute dispute, Move move, Who by) {
        switch (move) {
            case ANSWERS -> send("answered", dispute, Set.of(claimant(dispute)), by);
            case ESCALATES -> send("escalated", dispute, everybody(dispute), by);
            case AUTHORITY_UPHOLDS -> send("decided-for", dispute, heads(dispute), by);
            case AUTHORITY_REJECTS -> send("decided-against", dispute, heads(dispute), by);
            case APPEALS -> send("appealed", dispute, everybody(dispute), by);
            case YIELDS, GOVERNMENT_UPHOLDS, STANDS_FOR -> send("upheld", dispute, concerned(dispute), by);
            case ACCEPTS, GOVERNMENT_REJECTS, STANDS_AGAINST -> send("rejected", dispute, concerned(dispute), by);
            case WITHDRAWS -> send("withdrawn", dispute, concerned(dispute), by);
            case LAPSES -> send("lapsed", dispute, concerned(dispute), by);
        }
    }

    private void send(String name, Dispute dispute, Set<Recipient> told, Who by) {
        LocalizedText claimant = name(dispute.contested().claimant());
        LocalizedText respondent = name(dispute.contested().respondent());
        Notice notice = Notice.of("dispute." + name, DisputeTerms.subject(dispute), told.toArray(Recipient[]::new))
                .with("claimant", claimant.zh())
                .with("claimantEn", claimant.en())
                .with("respondent", respondent.zh())
                .with("respondentEn", respondent.en());
        LocalDate until = dispute.appealUntil();
        notices.send(until == null ? notice : notice.with("until", until), by);
    }

    private LocalizedText name(String department) {
        return departments
                .find(department)
                .map(Department::title)
                .orElseGet(() -> new LocalizedText(department, department));
    }

    /** Both heads, and the authority where the case has reached it. */
    private static Set<Recipient> concerned(Dispute dispute) {
        boolean reached = dispute.course().stream().anyMatch(step -> step.move() == Move.ESCALATES);
        return reached ? everybody(dispute) : heads(dispute);
    }

    private static Set<Recipient> everybody(Dispute dispute) {
        Set<Recipient> told = heads(dispute);
        told.add(Recipient.authority());
        return told;
    }

    private static Set<Recipient> heads(Dispute dispute) {
        Set<Recipient> told = new HashSet<>();
        told.add(claimant(dispute));
        told.add(respondent(dispute));
        return told;
    }

    private static Recipient claimant(Dispute dispute) {
        return Recipient.office(dispute.contested().claimant(), Role.SHARING_HEAD);
    }

    private static Recipient respondent(Dispute dispute) {
        return Recipient.office(dispute.contested().respondent(), Role.SHARING_HEAD);
    }
}
