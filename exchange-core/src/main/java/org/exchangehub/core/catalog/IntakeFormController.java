package org.exchangehub.core.catalog;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The intake form: read by everybody, kept by the catalog authority and the system administrator. */
@RestController
@RequestMapping(path = "/api/v1/intake-form", produces = MediaType.APPLICATION_JSON_VALUE)
class IntakeFormController {

    private final IntakeForms forms;
    private final Departments departments;

    IntakeFormController(IntakeForms forms, Departments departments) {
        this.forms = forms;
        this.departments = departments;
    }

    /**
     * A version of the form.
     *
     * @param version 0 while nothing was ever asked
     * @param reason why it was changed
     */
    record IntakeFormView(
            int version,
            List<IntakeField> fields,
            @Nullable String reason,
            @Nullable Instant changedAt) {

        static IntakeFormView of(IntakeForm form) {
            return new IntakeFormView(form.version(), form.fields(), form.reason(), form.changedAt());
        }
    }

    record IntakeFormList(List<IntakeFormView> items) {}

    @Operation(summary = "What is asked of datasets beyond the law's items")
    @GetMapping
    ResponseEntity<IntakeFormView> current() {
        return answer(forms.current());
    }

    @Operation(summary = "Changes what is asked of datasets (catalog-authority, system-admin); needs If-Match")
    @PutMapping
    ResponseEntity<IntakeFormView> change(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody IntakeFormRequest wanted,
            Caller caller) {
        caller.require(Role.CATALOG_AUTHORITY, Role.SYSTEM_ADMIN);
        int from = EntityVersion.required(ifMatch);
        List<IntakeField> fields = wanted.checked(code -> departments.find(code).isPresent());
        return answer(forms.put(from, fields, "" + wanted.reason(), caller.who()));
    }

    @Operation(summary = "The versions of the intake form, the newest first")
    @GetMapping("/versions")
    ResponseEntity<IntakeFormList> versions(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        KeysetPage<IntakeForm> page = KeysetPage.of(
                forms.list(KeysetPage.after(cursor, Integer::valueOf), most + 1), most, form -> "" + form.version());
        return page.answer(
                request, new IntakeFormList(page.map(IntakeFormView::of).items()));
    }

    @Operation(summary = "One version of the intake form")
    @GetMapping("/versions/{version}")
    ResponseEntity<IntakeFormView> version(@PathVariable int version) {
        return answer(forms.find(version)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.NOT_FOUND, "There is no version " + version + " of the intake form.")));
    }

    private static ResponseEntity<IntakeFormView> answer(IntakeForm form) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(form.version())).body(IntakeFormView.of(form));
    }
}
