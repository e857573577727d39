package org.exchangehub.core.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.access.Mode;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.publication.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping(path = "/api/v1/datasets/{dataset}", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordController {

    private static final String EVIDENCE = "Hub-Evidence";

    private final Records records;
    private final Changes changes;
    private final Verifier verifier;

    RecordController(Records records, Changes changes, Verifier verifier) {
        this.records = records;
        this.changes = changes;
        this.verifier = verifier;
    }

    @Operation(summary = "One record by its key, with the fields the grant covers")
    @Parameter(name = "fields", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "the moment at which the records are wanted; now when absent",
            schema = @Schema(type = "string", format = "date-time"))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
    @GetMapping("/records/{key}")
    ResponseEntity<byte[]> one(
            @PathVariable String dataset,
            @PathVariable String key,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Caller caller) {
        RecordParameters asked = RecordParameters.ofOne(query);
        return answered(records.one(
                new Question(
                        caller,
                        dataset,
                        Mode.QUERY,
                        Purpose.of(purpose, caller),
                        asked.fields(),
                        asked.filters(),
                        asked.asOf()),
                key));
    }

    @Operation(summary = "A page of records in the order of their keys")
    @Parameter(name = "fields", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "filter",
            in = ParameterIn.QUERY,
            description = "field:op:value, op one of eq, in, prefix, ge, le; repeatable, all must hold",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "the moment at which the records are wanted; now when absent",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecordList.class)))
    @GetMapping("/records")
    ResponseEntity<byte[]> page(
            @PathVariable String dataset,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Caller caller) {
        RecordParameters asked = RecordParameters.ofPage(query);
        return answered(records.page(
                new Question(
                        caller,
                        dataset,
                        Mode.QUERY,
                        Purpose.of(purpose, caller),
                        asked.fields(),
                        asked.filters(),
                        asked.asOf()),
                asked.limit(),
                asked.cursor()));
    }

    @Operation(summary = "All that one record ever was, the newest first, with the fields the grant covers")
    @Parameter(name = "fields", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VersionList.class)))
    @GetMapping("/records/{key}/versions")
    ResponseEntity<byte[]> versions(
            @PathVariable String dataset,
            @PathVariable String key,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Caller caller) {
        RecordParameters asked = RecordParameters.ofVersions(query);
        return answered(records.versions(
                new Question(caller, dataset, Mode.QUERY, Purpose.of(purpose, caller), asked.fields(), List.of(), null),
                key));
    }

    @Operation(
            summary = "What changed behind a place in the dataset's sequence, oldest first; without a cursor from the"
                    + " beginning")
    @Parameter(name = "fields", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "changes looked at; those of rows outside the grant are left out",
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "from the Link of the answer before, which is there also when nothing has changed yet",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "wait",
            in = ParameterIn.QUERY,
            description = "seconds to wait where nothing has changed yet; the answer comes as soon as something has",
            schema = @Schema(type = "integer", minimum = "0", maximum = "30", defaultValue = "0"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChangeList.class)))
    @GetMapping("/changes")
    ResponseEntity<byte[]> changes(
            @PathVariable String dataset,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Caller caller) {
        RecordParameters asked = RecordParameters.ofChanges(query);
        return answered(changes.after(
                new Question(
                        caller, dataset, Mode.CHANGES, Purpose.of(purpose, caller), asked.fields(), List.of(), null),
                asked.limit(),
                asked.cursor(),
                asked.patience()));
    }

    @Operation(summary = "Whether claims about one record are right, and nothing else of it")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Verifier.Verification.class)))
    @PostMapping("/verifications")
    ResponseEntity<byte[]> verify(
            @PathVariable String dataset,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            @RequestBody VerificationRequest request,
            Caller caller) {
        return answered(verifier.verify(verifying(dataset, purpose, caller), request.claimed("")));
    }

    @Operation(
            summary =
                    "Whether claims about up to 1 000 records are right, each by itself, in their order; REFUSED where too"
                            + " many were wrong within a day")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Verifier.Verifications.class)))
    @PostMapping("/verifications/batch")
    ResponseEntity<byte[]> verifyMany(
            @PathVariable String dataset,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            @Valid @RequestBody VerificationBatch request,
            Caller caller) {
        return answered(verifier.verify(verifying(dataset, purpose, caller), request.claimed()));
    }

    private static Question verifying(String dataset, @Nullable String purpose, Caller caller) {
        return new Question(caller, dataset, Mode.VERIFY, Purpose.of(purpose, caller), List.of(), List.of(), null);
    }

    /** How a page looks; only for the API's description, answers are encoded directly. */
    record RecordList(List<Map<String, Object>> items) {}

    /** How the history of a record looks; only for the API's description. */
    record VersionList(List<VersionItem> items) {}

    /**
     * A record as it was from one release to another.
     *
     * @param until the release that replaced or deleted it; absent while it is current
     * @param deleted whether that release deleted it
     */
    record VersionItem(
            long release,
            Instant publishedAt,
            @Nullable Long until,
            @Nullable Instant endedAt,
            boolean deleted,
            Map<String, Object> record) {}

    /** How a page of the change feed looks; only for the API's description. */
    record ChangeList(List<ChangeItem> items) {}

    /**
     * One change.
     *
     * @param seq its number in the dataset's sequence
     * @param record the record as it is now; of a deleted one the key
     */
    record ChangeItem(long seq, long release, Change.Kind op, Map<String, Object> record) {}

    private static ResponseEntity<byte[]> answered(Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(EVIDENCE, answer.evidence().header())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        String cursor = answer.cursor();
        if (cursor != null) {
            String next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replaceQueryParam("cursor", cursor)
                    .build(true)
                    .toUriString();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.body(answer.body());
    }
}
