package org.exchangehub.core.catalog;

import java.util.Set;
import java.util.stream.Collectors;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.work.Notice;
import org.exchangehub.core.work.Notices;
import org.exchangehub.core.work.Recipient;
import org.exchangehub.core.work.Subject;
import org.exchangehub.schemas.value.LocalizedText;
import org.springframework.stereotype.Component;

/**
 * Who is told of a move: whoever has to do something next, and whoever has asked for what was decided. What comes into force and what
 * is no more is told to the heads of all departments (Decree 809, Arts. 12 and 16).
 */
@Component
class CatalogNotices {

    private final Notices notices;
    private final Departments departments;

    CatalogNotices(Notices notices, Departments departments) {
        this.notices = notices;
        this.departments = departments;
    }

    /** A move has been made, in whose transaction this is. */
    void moved(Dataset dataset, int edition, Move move, Who by) {
        switch (move) {
            case SUBMITTED -> send("submitted", dataset, edition, Set.of(head(dataset)), by);
            case CONSENTED -> send("consented", dataset, edition, Set.of(Recipient.authority()), by);
            case CONSENT_REFUSED -> send("consent-refused", dataset, edition, Set.of(steward(dataset)), by);
            case REGISTRATION_APPROVED -> send("registered", dataset, edition, department(dataset), by);
            case REGISTRATION_REFUSED, PUBLICATION_REFUSED ->
                send("returned", dataset, edition, department(dataset), by);
            case PUBLISHED -> {
                send("published", dataset, edition, heads(), by);
                send("in-force", dataset, edition, Set.of(steward(dataset)), by);
            }
            case WITHDRAWN -> send("withdrawn", dataset, edition, heads(), by);
            case DRAFTED, CHANGE_OPENED, AMENDED, DISCARDED, WITHDRAWAL_PROPOSED, WITHDRAWAL_RECALLED -> {}
        }
    }

    /** The intake form has another version: whoever compiles entries has to know. */
    void asked(int version, Who by) {
        Subject subject =
                new Subject("intake-form", "" + version, new LocalizedText("目录补充填报项", "Intake form"), "/intake-form");
        notices.send(
                Notice.of("catalog.intake-form-changed", subject, new Recipient.Office(null, Role.STEWARD))
                        .with("version", version),
                by);
    }

    private void send(String name, Dataset dataset, int edition, Set<Recipient> recipients, Who by) {
        Subject subject = new Subject("dataset", dataset.code(), dataset.title(), "/datasets/" + dataset.code());
        Notice notice = Notice.of("catalog." + name, subject, recipients.toArray(Recipient[]::new));
        notices.send(notice.with("code", dataset.resourceCode()).with("edition", edition), by);
    }

    private static Recipient head(Dataset dataset) {
        return Recipient.office(dataset.department(), Role.SHARING_HEAD);
    }

    private static Recipient steward(Dataset dataset) {
        return Recipient.office(dataset.department(), Role.STEWARD);
    }

    private static Set<Recipient> department(Dataset dataset) {
        return Set.of(head(dataset), steward(dataset));
    }

    private Set<Recipient> heads() {
        return departments.all().stream()
                .map(Department::code)
                .map(code -> Recipient.office(code, Role.SHARING_HEAD))
                .collect(Collectors.toUnmodifiableSet());
    }
}
