package org.exchangehub.core.catalog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.exchangehub.core.problem.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The datasets in force for other catalogs to take, whoever asks: what is worked on is not among them. */
@RestController
@RequestMapping("/api/v1/catalog")
class DcatController {

    private static final String TURTLE = "text/turtle";
    private static final String JSON_LD = "application/ld+json";

    private final Catalog catalog;
    private final DcatCatalog dcat;

    DcatController(Catalog catalog, DcatCatalog dcat) {
        this.catalog = catalog;
        this.dcat = dcat;
    }

    /** How the graph is written (W3C Turtle 1.1, JSON-LD 1.1). */
    enum GraphFormat {
        TURTLE(DcatController.TURTLE, RDFFormat.TURTLE_PRETTY),
        JSONLD(DcatController.JSON_LD, RDFFormat.JSONLD11);

        private final String media;

        @SuppressWarnings("ImmutableEnumChecker") // one of Jena's constants
        private final RDFFormat format;

        GraphFormat(String media, RDFFormat format) {
            this.media = media;
            this.format = format;
        }

        /** What a header {@code Accept} prefers; Turtle unless JSON-LD comes first. */
        private static GraphFormat accepted(@Nullable String accept) {
            for (MediaType type : MediaType.parseMediaTypes(accept)) {
                if (type.isCompatibleWith(MediaType.parseMediaType(JSON_LD)) && !type.isWildcardType()) {
                    return JSONLD;
                }
                if (type.isCompatibleWith(MediaType.parseMediaType(DcatController.TURTLE))) {
                    return TURTLE;
                }
            }
            return TURTLE;
        }
    }

    /**
     * A page of the catalog, itself a catalog of DCAT-AP 3; the header {@code Link} leads to the next.
     *
     * @param format instead of the header {@code Accept}
     * @param limit datasets at most, 1 to 500
     */
    @Operation(summary = "The datasets in force as DCAT-AP 3, in Turtle or JSON-LD")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = TURTLE, schema = @Schema(type = "string")),
                @Content(mediaType = JSON_LD, schema = @Schema(type = "object"))
            })
    @GetMapping(produces = {TURTLE, JSON_LD})
    ResponseEntity<byte[]> catalog(
            @RequestParam(required = false) @Nullable GraphFormat format,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        KeysetPage<Dataset> page =
                KeysetPage.of(catalog.published(KeysetPage.after(cursor), most + 1), most, Dataset::code);
        GraphFormat chosen = format == null ? GraphFormat.accepted(accept) : format;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        RDFDataMgr.write(written, dcat.of(page.items()), chosen.format);
        ResponseEntity<byte[]> answer = page.answer(request, written.toByteArray());
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .contentType(MediaType.parseMediaType(chosen.media + ";charset=utf-8"))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(answer.getBody());
    }
}
