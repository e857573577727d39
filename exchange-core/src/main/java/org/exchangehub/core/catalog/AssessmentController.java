package org.exchangehub.core.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangehub.core.catalog.AssessmentFile.Assessment;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The assessments' files; for the dataset's department and the catalog authority. */
@RestController
@RequestMapping("/api/v1/datasets/{code}/assessments")
class AssessmentController {

    private static final int BUFFER = 1 << 16;
    private static final long MOST_DROPPED = 64L << 20;

    private final AssessmentFiles files;
    private final Catalog catalog;

    AssessmentController(AssessmentFiles files, Catalog catalog) {
        this.files = files;
        this.catalog = catalog;
    }

    record AssessmentFileList(List<AssessmentFile> items) {}

    /**
     * The files an edition rests on.
     *
     * @param edition one that is, was or is to be in force; without it the one being worked on
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    AssessmentFileList list(
            @PathVariable String code, @RequestParam(required = false) @Nullable Integer edition, Caller caller) {
        return new AssessmentFileList(of(code, edition, caller));
    }

    /**
     * Takes a file as the body: PDF, OFD, DOCX, PNG or JPEG of at most 10 MiB.
     */
    @PutMapping(path = "/{assessment}", consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    AssessmentFile attach(
            @PathVariable String code,
            @PathVariable Assessment assessment,
            @RequestParam String fileName,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        return files.attach(code, assessment, fileName, content(request), caller);
    }

    @GetMapping(path = "/{assessment}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> content(
            @PathVariable String code,
            @PathVariable Assessment assessment,
            @RequestParam(required = false) @Nullable Integer edition,
            Caller caller) {
        AssessmentFile file = of(code, edition, caller).stream()
                .filter(each -> each.assessment() == assessment)
                .findFirst()
                .orElseThrow(() -> none(code, assessment));
        return ResponseEntity.ok()
                .eTag("\"" + file.sha256() + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(file.type().media()))
                .body(files.content(file).orElseThrow(() -> none(code, assessment)));
    }

    private List<AssessmentFile> of(String code, @Nullable Integer edition, Caller caller) {
        Dataset dataset = catalog.visible(code, caller);
        if (!DatasetFilter.works(dataset, caller)) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "The assessments of dataset " + code + " are for its department and the catalog authority.");
        }
        int working = dataset.workingEdition();
        if (edition != null && (edition < 1 || edition > working)) {
            throw new HubProblem(
                    ErrorCode.NOT_FOUND,
                    "Dataset " + code + " has the editions 1 to " + working + ", not " + edition + ".");
        }
        return files.of(code, edition == null ? working : edition);
    }

    private static HubProblem none(String code, Assessment assessment) {
        return new HubProblem(
                ErrorCode.NOT_FOUND, "Dataset " + code + " has no file of the assessment " + assessment + ".");
    }

    private static byte[] content(HttpServletRequest request) throws IOException {
        InputStream body = request.getInputStream();
        byte[] content = body.readNBytes(AssessmentFiles.LARGEST + 1);
        if (content.length > AssessmentFiles.LARGEST) {
            // What is still coming is taken and dropped, so that the sender hears the answer instead of a broken line.
            drop(body);
            throw new HubProblem(
                    ErrorCode.CONTENT_TOO_LARGE,
                    "An assessment is at most " + AssessmentFiles.LARGEST + " bytes long.");
        }
        return content;
    }

    private static void drop(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long dropped = 0;
        for (int count = body.read(buffer); count >= 0 && dropped < MOST_DROPPED; count = body.read(buffer)) {
            dropped += count;
        }
    }
}
