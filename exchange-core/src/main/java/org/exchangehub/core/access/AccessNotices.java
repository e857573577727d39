package org.exchangehub.core.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.access.Consent.Word;
import org.exchangehub.core.audit.Auditable;
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

/** Who is told of what in the transaction in which it happens: whoever has to act next, and whoever it concerns. */
@Component
class AccessNotices {

    private final Notices notices;
    private final AccessSubjects subjects;
    private final Departments departments;

    AccessNotices(Notices notices, AccessSubjects subjects, Departments departments) {
        this.notices = notices;
        this.subjects = subjects;
        this.departments = departments;
    }

    void of(Auditable move, Application application, Who by) {
        Recipient applicant = Recipient.person(application.submittedBy());
        Recipient applicantsHead = Recipient.office(application.department(), Role.SHARING_HEAD);
        Recipient providersHead = Recipient.office(application.provider(), Role.SHARING_HEAD);
        Telling telling = telling(subjects.of(application), application.department(), by);
        switch (move) {
            case APPLICATION_SUBMITTED -> telling.to("application-submitted", applicantsHead);
            case APPLICATION_CONSENTED -> {
                if (application.state() == Application.State.GRANTED) {
                    Recipient stewards = Recipient.office(application.provider(), Role.STEWARD);
                    telling.to("application-granted", applicant, applicantsHead, providersHead, stewards);
                }
            }
            case APPLICATION_REOPENED -> telling.to("application-reopened", applicant, applicantsHead, providersHead);
            case APPLICATION_REFUSED -> telling.to("application-refused", applicant, applicantsHead);
            case APPLICATION_SUPPLEMENT_ASKED ->
                telling.to(
                        "application-supplement-asked",
                        applicant,
                        Recipient.office(application.department(), Role.DEVELOPER));
            case APPLICATION_SUPPLEMENTED -> {
                if (application.state() == Application.State.SUBMITTED) {
                    telling.to("application-amended", applicantsHead);
                } else {
                    telling.to("application-supplemented", providersHead);
                }
            }
            case APPLICATION_EXTENSION_ASKED -> telling.to("application-extension-asked", Recipient.authority());
            case APPLICATION_EXTENSION_DECIDED -> {
                Course.Extension extension = application.course().extension();
                boolean given = extension != null && extension.decision() == Word.CONSENT;
                telling.to(
                        given ? "application-extended" : "application-not-extended",
                        applicant,
                        applicantsHead,
                        providersHead);
            }
            case APPLICATION_WITHDRAWN -> {
                Set<Recipient> told = new HashSet<>(Set.of(applicant, applicantsHead));
                if (reachedItsProvider(application)) {
                    told.add(providersHead);
                }
                telling.to("application-withdrawn", told);
            }
            default -> throw new IllegalStateException(move + " is no move of an application");
        }
    }

    /** The provider's head is to reply; not told where a standing consent has replied already. */
    void received(Application application, Who by) {
        telling(subjects.of(application), application.department(), by)
                .to("application-received", Recipient.office(application.provider(), Role.SHARING_HEAD));
    }

    /** Whether its provider has seen it: its head's consent brings it there, and only amending it calls it back. */
    private static boolean reachedItsProvider(Application application) {
        return !application.consents().isEmpty() || application.course().supplement() != null;
    }

    void of(Auditable move, Grant grant, Who by) {
        String kind =
                switch (move) {
                    case GRANT_SUSPENDED -> "grant-suspended";
                    case GRANT_RESUMED -> "grant-resumed";
                    case GRANT_TERMINATED -> "grant-terminated";
                    case GRANT_EXPIRED -> "grant-expired";
                    default -> throw new IllegalStateException(move + " is no move of a grant");
                };
        Telling telling = telling(subjects.of(grant), grant.department(), by);
        Set<Recipient> told = new HashSet<>(users(grant.department()));
        told.add(Recipient.office(grant.provider(), Role.SHARING_HEAD));
        if (move != Auditable.GRANT_EXPIRED) {
            told.add(Recipient.authority());
        }
        telling.to(kind, told);
    }

    void disposalDue(Grant grant, Who by) {
        telling(subjects.of(grant), grant.department(), by)
                .to("disposal-due", Recipient.office(grant.department(), Role.SHARING_HEAD));
    }

    void disposalCertified(Grant grant, Who by) {
        telling(subjects.of(grant), grant.department(), by)
                .to("disposal-certified", Recipient.office(grant.provider(), Role.SHARING_HEAD));
    }

    /** @param consumers the departments that hold grants */
    void of(Auditable move, ServiceChange change, Set<String> consumers, Who by) {
        Telling telling = telling(subjects.of(change), change.provider(), by)
                .with("effectiveOn", change.effectiveOn().toString());
        Recipient providersHead = Recipient.office(change.provider(), Role.SHARING_HEAD);
        Set<Recipient> everybody = new HashSet<>(Set.of(providersHead));
        consumers.forEach(consumer -> everybody.addAll(users(consumer)));
        switch (move) {
            case SERVICE_CHANGE_ANNOUNCED -> {
                everybody.add(Recipient.authority());
                telling.to(
                        change.kind() == ServiceChange.Kind.STOP
                                ? "service-stop-announced"
                                : "service-change-announced",
                        everybody);
            }
            case SERVICE_CHANGE_ANSWERED -> telling.to("service-change-answered", providersHead);
            case SERVICE_CHANGE_FILED -> telling.to("service-change-filed", Recipient.authority());
            case SERVICE_CHANGE_DECIDED -> {
                boolean accepted = change.state() == ServiceChange.State.ACCEPTED;
                telling.to(accepted ? "service-change-accepted" : "service-change-returned", everybody);
            }
            case SERVICE_CHANGE_CANCELLED -> {
                everybody.add(Recipient.authority());
                telling.to("service-change-cancelled", everybody);
            }
            case SERVICE_CHANGE_EFFECTIVE -> telling.to("service-change-effective", everybody);
            default -> throw new IllegalStateException(move + " is no move of a service change");
        }
    }

    void of(Auditable move, Reshare reshare, Who by) {
        Recipient providersHead = Recipient.office(reshare.provider(), Role.SHARING_HEAD);
        Recipient consumersHead = Recipient.office(reshare.department(), Role.SHARING_HEAD);
        Telling telling = telling(subjects.of(reshare), reshare.department(), by);
        switch (move) {
            case RESHARE_ASKED -> telling.to("reshare-asked", providersHead);
            case RESHARE_DECIDED ->
                telling.to(
                        reshare.state() == Reshare.State.CONSENTED ? "reshare-consented" : "reshare-refused",
                        consumersHead);
            case RESHARE_REVOKED -> telling.to("reshare-revoked", consumersHead);
            default -> throw new IllegalStateException(move + " is no move of passing on");
        }
    }

    void of(Auditable move, Demand demand, Who by) {
        Telling telling = telling(subjects.of(demand), demand.department(), by);
        String assigned = demand.assigned();
        switch (move) {
            case DEMAND_POSTED -> telling.to("demand-posted", Recipient.authority());
            case DEMAND_ASSIGNED -> {
                if (assigned != null) {
                    telling.to("demand-assigned", Recipient.office(assigned, Role.SHARING_HEAD));
                }
            }
            case DEMAND_ANSWERED -> {
                Set<Recipient> told = new HashSet<>(users(demand.department()));
                told.add(Recipient.authority());
                telling.to(demand.state() == Demand.State.OFFERED ? "demand-offered" : "demand-declined", told);
            }
            case DEMAND_WITHDRAWN -> {
                Set<Recipient> told = new HashSet<>(Set.of(Recipient.authority()));
                if (assigned != null) {
                    told.add(Recipient.office(assigned, Role.SHARING_HEAD));
                }
                telling.to("demand-withdrawn", told);
            }
            default -> throw new IllegalStateException(move + " is no move of a demand");
        }
    }

    /** Those of a department who use data. */
    private static List<Recipient> users(String department) {
        return List.of(Recipient.office(department, Role.SHARING_HEAD), Recipient.office(department, Role.DEVELOPER));
    }

    private Telling telling(Subject subject, String department, Who by) {
        LocalizedText name = departments
                .find(department)
                .map(Department::title)
                .orElseGet(() -> new LocalizedText(department, department));
        return new Telling(subject, Map.of("department", name.zh(), "departmentEn", name.en()), by);
    }

    /** A notice of which kind and recipients are not said yet. */
    private final class Telling {

        private final Subject subject;
        private final Map<String, String> arguments;
        private final Who by;

        Telling(Subject subject, Map<String, String> arguments, Who by) {
            this.subject = subject;
            this.arguments = arguments;
            this.by = by;
        }

        Telling with(String name, String value) {
            Map<String, String> more = new HashMap<>(arguments);
            more.put(name, value);
            return new Telling(subject, more, by);
        }

        void to(String name, Recipient... recipients) {
            to(name, Set.copyOf(Arrays.asList(recipients))); // one office may be on both sides
        }

        void to(String name, Set<Recipient> recipients) {
            notices.send(new Notice("access." + name, subject, recipients, arguments), by);
        }
    }
}
