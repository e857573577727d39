package org.exchangehub.core.access;

import static org.exchangehub.core.access.ApplicationRecords.fact;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.access.Consent.Word;
import org.exchangehub.core.access.Course.Extension;
import org.exchangehub.core.access.Course.MissingItem;
import org.exchangehub.core.access.Course.Supplement;
import org.exchangehub.core.access.Course.TakenBack;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may happen to an application between the consents: the provider asks once for everything that is missing, or for more time,
 * and the applicant takes it back (Decree 809, Art. 21).
 */
@Service
class ApplicationCourse {

    private static final int MOST_ITEMS = 50;
    private static final int ITEM = 500;
    private static final int ANSWER = 2_000;
    private static final int MOST_DAYS = 10;

    private final ApplicationRecords records;
    private final Applicable applicable;
    private final Duties duties;
    private final Clock clock;

    ApplicationCourse(ApplicationRecords records, Applicable applicable, Duties duties, Clock clock) {
        this.records = records;
        this.applicable = applicable;
        this.duties = duties;
        this.clock = clock;
    }

    /** Asks the applicant for everything that is missing; a second time it is refused. */
    @Transactional
    public Application ask(UUID id, @Nullable List<String> missing, Caller head) {
        Application application = records.get(id, head);
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(application.provider());
        List<String> items = missing == null ? List.of() : missing;
        Violations found = new Violations();
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            found.add("/items", "everything that is missing, 1 to " + MOST_ITEMS + " items", items.size() + " items");
        }
        for (int i = 0; i < items.size(); i++) {
            found.needed("/items/" + i, items.get(i), "what is missing").text("/items/" + i, items.get(i), ITEM);
        }
        found.refuse("An applicant is asked for something, and for all of it at once (Decree 809, Art. 21).");
        Supplement supplement = new Supplement(
                items.stream().map(item -> new MissingItem(item.strip(), null)).toList(),
                head.name(),
                clock.instant(),
                null,
                null);
        Application asked = application.asked(supplement);
        records.moved(
                asked, fact(Auditable.APPLICATION_SUPPLEMENT_ASKED, asked, head).detail("items", items.size()));
        duties.supplementing(asked, head.who());
        return asked;
    }

    /**
     * Answers every item, and states the application anew if need be; what is applied for then needs the applicant's head again.
     *
     * @param amended the whole application as it is to be; null when it stays as it is
     */
    @Transactional
    public Application supplement(
            UUID id, @Nullable List<String> answers, @Nullable ApplicationRequest amended, Caller developer) {
        Application application = records.get(id, developer);
        developer.require(Role.DEVELOPER);
        developer.requireDepartment(application.department());
        Supplement asked = application.course().supplement();
        if (asked == null || application.state() != Application.State.SUPPLEMENTING) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Application " + id + " is " + application.state() + " and nothing is asked for.");
        }
        Supplement answered = answered(asked, answers == null ? List.of() : answers, developer);
        Application changed = application.answered(answered);
        if (amended != null) {
            Terms terms = restated(application, amended);
            changed = terms.equals(application.terms()) ? changed : application.amended(answered, terms);
        }
        boolean anew = changed.state() == Application.State.SUBMITTED;
        records.moved(
                changed,
                fact(Auditable.APPLICATION_SUPPLEMENTED, changed, developer).detail("amended", anew));
        if (!anew) {
            duties.supplemented(changed, developer.who());
        }
        return changed;
    }

    private Terms restated(Application application, ApplicationRequest amended) {
        if (application.renews() != null
                || !application.dataset().equals(amended.dataset())
                || !application.client().equals(amended.client())) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "A supplement is for the same dataset and client, and a renewal has no terms of its own to amend;"
                            + " for others withdraw this application and hand in another.");
        }
        Dataset dataset = applicable.shared(application.dataset());
        return applicable.terms(amended, dataset, application.department());
    }

    private Supplement answered(Supplement asked, List<String> answers, Caller developer) {
        Violations found = new Violations();
        if (answers.size() != asked.items().size()) {
            found.add(
                    "/answers",
                    "one answer to each of " + asked.items().size() + " items",
                    answers.size() + " answers");
        }
        for (int i = 0; i < answers.size(); i++) {
            found.needed("/answers/" + i, answers.get(i), "the answer").text("/answers/" + i, answers.get(i), ANSWER);
        }
        found.refuse("The supplement is not complete.");
        List<MissingItem> items = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            items.add(new MissingItem(
                    asked.items().get(i).missing(),
                    Objects.requireNonNull(answers.get(i)).strip()));
        }
        return new Supplement(items, asked.askedBy(), asked.askedAt(), developer.name(), clock.instant());
    }

    /**
     * Asks the authority for more time to reply.
     *
     * @param days working days, 1 to 10
     */
    @Transactional
    public Application askTime(UUID id, @Nullable Integer days, @Nullable String reason, Caller head) {
        Application application = records.get(id, head);
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(application.provider());
        if (days == null || days < 1 || days > MOST_DAYS) {
            new Violations()
                    .add(
                            "/days",
                            "1 to " + MOST_DAYS + " working days (Decree 809, Art. 21)",
                            days == null ? null : days + "")
                    .refuse("The time asked for is not valid.");
        }
        if (duties.atOnce(application)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Application " + id
                            + " is for what is shared unconditionally; the reply to it is due within a working"
                            + " day and nothing is added to that (Decree 809, Art. 21).");
        }
        Application asked = application.timeAsked(new Extension(
                Objects.requireNonNull(days), Said.why(reason), head.name(), clock.instant(), null, null, null, null));
        return records.moved(
                asked, fact(Auditable.APPLICATION_EXTENSION_ASKED, asked, head).detail("days", days));
    }

    /** The authority's word on the extension; the applicant is told. */
    @Transactional
    public Application decideTime(UUID id, ConsentRequest said, Caller authority) {
        Application application = records.get(id, authority);
        authority.require(Role.CATALOG_AUTHORITY);
        Word word = said.word();
        Extension asked = application.course().extension();
        if (asked == null) {
            throw new HubProblem(ErrorCode.CONFLICT, "Application " + id + " has no extension to decide on.");
        }
        Instant now = clock.instant();
        Application decided = application.timeDecided(asked.decided(word, said.opinion(), authority.name(), now));
        records.moved(
                decided,
                fact(Auditable.APPLICATION_EXTENSION_DECIDED, decided, authority)
                        .detail("days", asked.days())
                        .detail("decision", word));
        if (word == Word.CONSENT) {
            duties.extended(decided, asked.days(), authority.who());
        }
        return decided;
    }

    /** The applicant's developer or head takes it back while it is undecided. */
    @Transactional
    public Application withdraw(UUID id, @Nullable String reason, Caller applicant) {
        Application application = records.get(id, applicant);
        applicant.require(Role.DEVELOPER, Role.SHARING_HEAD);
        applicant.requireDepartment(application.department());
        String why = Said.why(reason);
        Application withdrawn = application.withdrawn(new TakenBack(why, applicant.name(), clock.instant()));
        records.moved(
                withdrawn,
                fact(Auditable.APPLICATION_WITHDRAWN, withdrawn, applicant).personal("reason", why));
        duties.dropped(withdrawn, applicant.who());
        return withdrawn;
    }
}
