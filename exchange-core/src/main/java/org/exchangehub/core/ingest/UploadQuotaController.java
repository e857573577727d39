package org.exchangehub.core.ingest;

import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much departments may upload: read by their own people, set by system administrators. */
@RestController
@RequestMapping(path = "/api/v1/departments/{code}/upload-quota", produces = MediaType.APPLICATION_JSON_VALUE)
class UploadQuotaController {

    private final Departments departments;
    private final UploadQuota quota;

    UploadQuotaController(Departments departments, UploadQuota quota) {
        this.departments = departments;
        this.quota = quota;
    }

    /**
     * A department's quota.
     *
     * @param bytesPerDay what its senders may upload on one day of the jurisdiction
     * @param usedToday bytes of it
     * @param resetsInSeconds until the next day begins
     */
    record UploadQuotaView(long bytesPerDay, long usedToday, long resetsInSeconds) {

        static UploadQuotaView of(UploadQuota.Standing standing) {
            return new UploadQuotaView(
                    standing.bytesPerDay(), standing.used(), standing.resetsIn().toSeconds());
        }
    }

    /** @param bytesPerDay 0 and more */
    record UploadQuotaRequest(@Nullable Long bytesPerDay) {

        long bytes() {
            long bytes = bytesPerDay == null ? -1 : bytesPerDay;
            if (bytes < 0) {
                new Violations()
                        .add("/bytesPerDay", "a number of bytes, 0 and more", bytesPerDay == null ? null : "" + bytes)
                        .refuse("The quota is not valid.");
            }
            return bytes;
        }
    }

    @GetMapping
    ResponseEntity<UploadQuotaView> get(@PathVariable String code, Caller caller) {
        if (!caller.has(Role.SYSTEM_ADMIN)) {
            caller.requireDepartment(code);
        }
        requireKnown(code);
        return tagged(quota.of(code));
    }

    @PutMapping
    ResponseEntity<UploadQuotaView> set(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody UploadQuotaRequest wanted,
            Caller caller) {
        caller.require(Role.SYSTEM_ADMIN);
        requireKnown(code);
        return tagged(quota.set(code, EntityVersion.required(ifMatch), wanted.bytes(), caller.who()));
    }

    private void requireKnown(String code) {
        if (departments.find(code).isEmpty()) {
            throw new HubProblem(ErrorCode.NOT_FOUND, "There is no department " + code);
        }
    }

    private static ResponseEntity<UploadQuotaView> tagged(UploadQuota.Standing standing) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(standing.version())).body(UploadQuotaView.of(standing));
    }
}
