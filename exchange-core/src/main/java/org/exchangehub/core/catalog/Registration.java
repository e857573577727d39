package org.exchangehub.core.catalog;

import java.util.Objects;
import java.util.Optional;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.identifiers.SocialCreditCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a department's steward does: compile an entry or a change of one, hand it in, give it up. */
@Service
class Registration {

    private final DatasetRepository datasets;
    private final Steps steps;
    private final AssessmentFiles files;
    private final Offers offers;
    private final Departments departments;
    private final IntakeForms forms;

    Registration(
            DatasetRepository datasets,
            Steps steps,
            AssessmentFiles files,
            Offers offers,
            Departments departments,
            IntakeForms forms) {
        this.datasets = datasets;
        this.steps = steps;
        this.files = files;
        this.offers = offers;
        this.departments = departments;
        this.forms = forms;
    }

    /** A new draft of the steward's department, or the one an earlier request with this key made. */
    @Transactional
    public Dataset register(Entry entry, @Nullable IdempotencyKey key, Caller steward) {
        steward.require(Role.STEWARD);
        String department = department(steward);
        if (key != null) {
            datasets.lock(key);
            var earlier = datasets.registered(key.key());
            if (earlier.isPresent()) {
                key.requireSame(earlier.get().digest());
                return datasets.find(earlier.get().code()).orElseThrow();
            }
        }
        EntryRules.requireDraft(entry);
        String code = datasets.nextCode(Objects.requireNonNull(entry.classification()));
        Dataset draft = Dataset.draft(code, department, entry, steps.now());
        datasets.add(draft, key);
        return steps.begun(draft, Move.DRAFTED, null, steward);
    }

    /** What is being worked on rewritten; its classification stays, being part of the resource code. */
    @Transactional
    public Dataset amend(String code, int version, Entry entry, Caller steward) {
        Dataset dataset = steps.begin(code, Move.AMENDED, steward);
        if (dataset.version() != version) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED,
                    "Dataset " + code + " is at version " + dataset.version() + ", not " + version
                            + "; read it again.");
        }
        requireEntry(dataset, entry);
        return steps.moved(dataset, dataset.amended(entry, steps.now()), Move.AMENDED, null, steward);
    }

    /** Begins a change of a published dataset; without an entry of its own it begins as the one in force. */
    @Transactional
    public Dataset change(String code, Review.ChangeRequest request, Caller steward) {
        Dataset dataset = steps.begin(code, Move.CHANGE_OPENED, steward);
        new Violations()
                .needed("/cause", request.cause(), "LAW, DUTIES or DATA")
                .needed("/causedOn", request.causedOn(), "the day the cause came into force")
                .refuse("The change is not valid.");
        Steps.requireReason(Move.CHANGE_OPENED, "/reason", request.reason());
        Entry entry = request.entry() == null ? dataset.entry() : request.entry();
        requireEntry(dataset, entry);
        Dataset changing = dataset.changeOpened(
                new Change(
                        dataset.edition() + 1,
                        Dataset.State.DRAFT,
                        Objects.requireNonNull(request.cause()),
                        Objects.requireNonNull(request.causedOn()),
                        Objects.requireNonNull(request.reason()),
                        entry,
                        steps.now(),
                        null,
                        null),
                steps.now());
        datasets.save(changing);
        return steps.begun(changing, Move.CHANGE_OPENED, request.reason(), steward);
    }

    /** Hands a complete entry in, to the head of the department. */
    @Transactional
    public Dataset submit(String code, Caller steward) {
        Dataset dataset = steps.begin(code, Move.SUBMITTED, steward);
        Dataset submitted = dataset.submitted(steward.subject(), steps.now());
        Violations missing = EntryRules.missing(dataset.workingEntry());
        forms.asking().missing(dataset.workingEntry(), dataset.department(), missing);
        files.requireComplete(dataset, missing);
        offers.requireReason(dataset, missing);
        requireProvider(dataset, missing);
        missing.refuse(EntryRules.INCOMPLETE);
        return steps.moved(dataset, submitted, Move.SUBMITTED, null, steward);
    }

    /** Gives up a draft or a change; the code of a draft given up is not given again. */
    @Transactional
    public Dataset discard(String code, Review.Discard discard, Caller steward) {
        Dataset dataset = steps.begin(code, Move.DISCARDED, steward);
        Dataset discarded = dataset.discarded(steps.now());
        Steps.requireReason(Move.DISCARDED, "/reason", discard.reason());
        if (dataset.change() != null) {
            files.forget(code, dataset.workingEdition());
        }
        return steps.moved(dataset, discarded, Move.DISCARDED, discard.reason(), steward);
    }

    /** The provider's code is its unified social credit code (GB 32100-2015); a wrong check character is no obstacle. */
    private void requireProvider(Dataset dataset, Violations missing) {
        Optional<String> uscc = departments.find(dataset.department()).map(Department::uscc);
        if (uscc.filter(SocialCreditCode::wellFormed).isEmpty()) {
            missing.add(
                    "/department",
                    "a department whose unified social credit code the identity provider holds",
                    dataset.department() + " with " + uscc.orElse("none"));
        }
    }

    private static void requireEntry(Dataset dataset, Entry entry) {
        EntryRules.requireDraft(entry);
        if (!Objects.equals(entry.classification(), dataset.entry().classification())) {
            new Violations()
                    .add("/classification", "" + dataset.entry().classification(), entry.classification())
                    .refuse("The classification is part of the resource code; register the dataset anew to change it.");
        }
    }

    private static String department(Caller steward) {
        String department = steward.department();
        if (department == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "A dataset belongs to a department; " + steward.name() + " acts for none.");
        }
        return department;
    }
}
