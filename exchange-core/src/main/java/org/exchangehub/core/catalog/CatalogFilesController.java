package org.exchangehub.core.catalog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalog as files: XLSX and CSV after the template of the catalog guide, and JSON. */
@RestController
@RequestMapping("/api/v1")
class CatalogFilesController {

    private static final int LARGEST = 20 << 20;
    private static final int MOST_ROWS = 20_000;
    private static final int PAGE = 500;

    private final CatalogImport imports;
    private final DatasetRepository datasets;
    private final Departments departments;
    private final JsonMapper json;

    CatalogFilesController(
            CatalogImport imports, DatasetRepository datasets, Departments departments, JsonMapper json) {
        this.imports = imports;
        this.datasets = datasets;
        this.departments = departments;
        this.json = json;
    }

    /** How the file is written. */
    enum FileForm {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8"),
        JSON("application/json");

        private final String media;

        FileForm(String media) {
            this.media = media;
        }
    }

    /** A dataset in a JSON file of the catalog. */
    record FiledEntry(String code, Entry entry) {}

    /**
     * Takes a file of at most 20 MiB and 20 000 rows: all of its datasets or, if anything is wrong, none.
     *
     * @param dryRun only says what would come of it
     */
    @PostMapping(path = "/catalog-imports", consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    CatalogImport.ImportReport take(
            @RequestParam FileForm format,
            @RequestParam(defaultValue = "true") boolean dryRun,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        Path file = Files.createTempFile("catalog", ".import");
        try {
            receive(request.getInputStream(), file);
            ImportMessages messages = new ImportMessages();
            return switch (format) {
                case CSV -> imports.rows(CatalogTable.readCsv(file, MOST_ROWS, messages), messages, dryRun, caller);
                case XLSX ->
                    imports.rows(CatalogTable.readWorkbook(file, MOST_ROWS, messages), messages, dryRun, caller);
                case JSON -> imports.array(array(file), messages, dryRun, caller);
            };
        } finally {
            Files.delete(file);
        }
    }

    private static void receive(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                size += count;
                if (size <= LARGEST) {
                    out.write(buffer, 0, count);
                }
            }
            if (size > LARGEST) {
                throw new HubProblem(ErrorCode.CONTENT_TOO_LARGE, "An import is at most " + LARGEST + " bytes long.");
            }
        }
    }

    private JsonNode array(Path file) throws IOException {
        JsonNode read;
        try {
            read = json.readTree(Files.readAllBytes(file));
        } catch (JacksonException malformed) {
            throw new HubProblem(
                    ErrorCode.REQUEST_UNPARSABLE, "The file is no JSON: " + malformed.getOriginalMessage());
        }
        if (!read.isArray() || read.size() > MOST_ROWS) {
            throw new HubProblem(
                    ErrorCode.REQUEST_UNPARSABLE,
                    "Expected a JSON array of at most " + MOST_ROWS + " objects with code and entry.");
        }
        return read;
    }

    /** All datasets the reader sees and the filter lets through, in a file that an import takes back. */
    @GetMapping("/catalog-exports")
    void give(
            @RequestParam FileForm format,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) Dataset.@Nullable State state,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        DatasetFilter filter = DatasetFilter.of(caller, q, department, state, null);
        response.setContentType(format.media);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"catalog." + format.name().toLowerCase(Locale.ROOT) + "\"");
        OutputStream out = response.getOutputStream();
        if (format == FileForm.JSON) {
            array(filter, out);
            return;
        }
        try (CatalogTable.Sink table = format == FileForm.CSV ? CatalogTable.csv(out) : CatalogTable.workbook(out)) {
            String after = null;
            do {
                List<Dataset> page = datasets.list(filter, after, PAGE);
                for (Dataset dataset : page) {
                    for (Map<EntryColumn, String> row : EntryRows.written(dataset.entry(), known(dataset))) {
                        table.add(row);
                    }
                }
                after = page.size() < PAGE ? null : page.getLast().code();
            } while (after != null);
        }
    }

    private void array(DatasetFilter filter, OutputStream out) {
        try (JsonGenerator array = json.createGenerator(out).configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)) {
            array.writeStartArray();
            String after = null;
            do {
                List<Dataset> page = datasets.list(filter, after, PAGE);
                page.forEach(each -> array.writePOJO(new FiledEntry(each.resourceCode(), each.entry())));
                after = page.size() < PAGE ? null : page.getLast().code();
            } while (after != null);
            array.writeEndArray();
        }
    }

    private Map<EntryColumn, String> known(Dataset dataset) {
        Map<EntryColumn, String> known = new EnumMap<>(EntryColumn.class);
        known.put(EntryColumn.CODE, dataset.resourceCode());
        Department department = departments.find(dataset.department()).orElse(null);
        known.put(
                EntryColumn.PROVIDER,
                department == null ? dataset.department() : department.title().zh());
        if (department != null && department.uscc() != null) {
            known.put(EntryColumn.PROVIDER_CODE, department.uscc());
        }
        return known;
    }
}
