package org.exchangehub.core.catalog;

import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The moves of a dataset's life, and what they left behind. */
@RestController
@RequestMapping(path = "/api/v1/datasets/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
class DatasetLifeController {

    private final Registration registration;
    private final Decisions decisions;
    private final Catalog catalog;
    private final DatasetLife life;
    private final JsonMapper json;

    DatasetLifeController(
            Registration registration, Decisions decisions, Catalog catalog, DatasetLife life, JsonMapper json) {
        this.registration = registration;
        this.decisions = decisions;
        this.catalog = catalog;
        this.life = life;
        this.json = json;
    }

    @PostMapping("/submissions")
    ResponseEntity<DatasetView> submit(@PathVariable String code, Caller caller) {
        return tagged(registration.submit(code, caller), caller);
    }

    @PostMapping("/consents")
    ResponseEntity<DatasetView> consent(@PathVariable String code, @RequestBody Review consent, Caller caller) {
        return tagged(decisions.consent(code, consent, caller), caller);
    }

    @PostMapping("/reviews")
    ResponseEntity<DatasetView> review(@PathVariable String code, @RequestBody Review review, Caller caller) {
        return tagged(decisions.review(code, review, caller), caller);
    }

    @PostMapping("/discards")
    ResponseEntity<DatasetView> discard(@PathVariable String code, @RequestBody Review.Discard discard, Caller caller) {
        return tagged(registration.discard(code, discard, caller), caller);
    }

    @PostMapping("/changes")
    ResponseEntity<DatasetView> change(
            @PathVariable String code, @RequestBody Review.ChangeRequest request, Caller caller) {
        return tagged(registration.change(code, request, caller), caller);
    }

    /** More time for a change, at most five working days and once (Decree 809, Art. 17; catalog-authority). */
    @PostMapping("/changes/current/extensions")
    ResponseEntity<DatasetView> extendChange(
            @PathVariable String code, @RequestBody Review.ChangeExtension extension, Caller caller) {
        return tagged(decisions.moreTime(code, extension.days(), caller), caller);
    }

    /** The steps so far; those of a change on its way only for who works on it. */
    @GetMapping("/history")
    DatasetView.DatasetHistory history(@PathVariable String code, Caller caller) {
        Dataset dataset = catalog.visible(code, caller);
        boolean works = DatasetFilter.works(dataset, caller);
        return new DatasetView.DatasetHistory(life.history(code).stream()
                .filter(step -> works || step.edition() <= dataset.edition())
                .toList());
    }

    @GetMapping("/editions")
    DatasetView.EditionList editions(@PathVariable String code, Caller caller) {
        return new DatasetView.EditionList(
                life.editions(catalog.visible(code, caller).code()));
    }

    /**
     * What differs item by item between two editions; {@code to} may be the change on its way.
     *
     * @param from an edition that is or was in force
     */
    @GetMapping("/editions/differences")
    DatasetView.DifferenceList differences(
            @PathVariable String code, @RequestParam int from, @RequestParam int to, Caller caller) {
        Dataset dataset = catalog.visible(code, caller);
        return new DatasetView.DifferenceList(EntryDifference.between(
                json.valueToTree(entry(dataset, from, caller)), json.valueToTree(entry(dataset, to, caller))));
    }

    private Entry entry(Dataset dataset, int edition, Caller caller) {
        Change change = dataset.change();
        if (change != null && change.edition() == edition && DatasetFilter.works(dataset, caller)) {
            return change.entry();
        }
        if (edition == dataset.edition()) {
            return dataset.entry();
        }
        return life.edition(dataset.code(), edition)
                .map(Edition::entry)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.NOT_FOUND, "Dataset " + dataset.code() + " has no edition " + edition + "."));
    }

    private static ResponseEntity<DatasetView> tagged(Dataset dataset, Caller caller) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(dataset.version())).body(DatasetView.of(dataset, caller));
    }
}
