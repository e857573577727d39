package org.exchangehub.core.contract;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.inference.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals for a steward's sample file. The file is looked at and forgotten: nothing is stored, nothing of it is logged. */
@RestController
@RequestMapping(path = "/api/v1/schema-proposals", produces = MediaType.APPLICATION_JSON_VALUE)
class SchemaProposalController {

    private static final int LARGEST_SAMPLE = 20 << 20;
    private static final long MOST_DROPPED = 64L << 20;
    private static final int LONGEST_TEXT = 200;
    /** Samples looked at at once: each may take some hundred megabytes and a second of a core. */
    private static final int AT_ONCE = 2;

    private final SchemaProposals proposals;
    private final SampleFiles files;
    private final Semaphore places = new Semaphore(AT_ONCE);

    SchemaProposalController(SchemaProposals proposals, SampleFiles files) {
        this.proposals = proposals;
        this.files = files;
    }

    @Operation(
            summary = "Infers a schema from a sample file and proposes mappings to the standards",
            description =
                    "The body is the file itself, at most 20 MiB: CSV (UTF-8, UTF-16, GBK, GB18030), JSON, XML, XLSX,"
                            + " Avro or Parquet, known by its first bytes, its name or its media type. The first 1 000 rows are looked at;"
                            + " nothing is stored.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping(consumes = MediaType.ALL_VALUE)
    SchemaProposal propose(
            @RequestParam(required = false) @Nullable String fileName,
            @RequestParam(required = false) @Nullable String standard,
            @RequestParam(required = false) @Nullable String title,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        caller.require(Role.STEWARD);
        new Violations()
                .text("fileName", fileName, LONGEST_TEXT)
                .text("title", title, LONGEST_TEXT)
                .refuse("The request is not valid.");
        if (!places.tryAcquire()) {
            throw new HubProblem(
                    ErrorCode.RATE_LIMITED, "The hub is looking at " + AT_ONCE + " other samples; try again shortly.");
        }
        try {
            byte[] content = content(request);
            String name = fileName == null ? "" : fileName;
            SampleKind kind = SampleKind.of(content, name, request.getContentType());
            Sample sample = files.read(content, kind);
            String about = name + " " + (title == null ? "" : title);
            return proposals.propose(sample, kind, Optional.ofNullable(standard), Optional.ofNullable(title), about);
        } finally {
            places.release();
        }
    }

    private static byte[] content(HttpServletRequest request) throws IOException {
        InputStream body = request.getInputStream();
        byte[] content = body.readNBytes(LARGEST_SAMPLE + 1);
        if (content.length > LARGEST_SAMPLE) {
            // What is still coming is taken and dropped, so that the sender hears the answer instead of a broken line.
            drop(body);
            throw new HubProblem(
                    ErrorCode.CONTENT_TOO_LARGE,
                    "A sample is at most " + LARGEST_SAMPLE + " bytes long, found more; some hundred rows are enough.");
        }
        if (content.length == 0) {
            throw new HubProblem(ErrorCode.REQUEST_UNPARSABLE, "Expected a sample file as the body, found nothing.");
        }
        return content;
    }

    private static void drop(InputStream body) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long dropped = 0;
        for (int count = body.read(buffer); count >= 0 && dropped < MOST_DROPPED; count = body.read(buffer)) {
            dropped += count;
        }
    }
}
