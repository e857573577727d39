package org.exchangehub.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes many entries of a department at once: new ones as drafts, those with a code over their drafts or open changes. All
 * are taken or, if anything is wrong with any, none; a dry run only tells.
 */
@Service
class CatalogImport {

    private final Registration registration;
    private final DatasetRepository datasets;
    private final Offers offers;
    private final Departments departments;
    private final IntakeForms forms;
    private final JsonMapper json;

    CatalogImport(
            Registration registration,
            DatasetRepository datasets,
            Offers offers,
            Departments departments,
            IntakeForms forms,
            JsonMapper json) {
        this.registration = registration;
        this.datasets = datasets;
        this.offers = offers;
        this.departments = departments;
        this.forms = forms;
        this.json = json;
    }

    /**
     * What came of it.
     *
     * @param datasets how many the file holds
     * @param taken whether they were taken
     * @param codes theirs, in the file's order, once taken
     */
    record ImportReport(
            boolean dryRun,
            int datasets,
            int errors,
            int warnings,
            boolean taken,
            List<String> codes,
            List<ImportMessages.ImportMessage> messages) {}

    /** A dataset of the file. */
    private record Read(int row, @Nullable String code, ObjectNode entry) {}

    /** The datasets of a table. */
    @Transactional
    public ImportReport rows(List<TableRow> rows, ImportMessages messages, boolean dryRun, Caller steward) {
        ImportChecks checks = new ImportChecks(department(steward), forms.asking(), messages);
        List<Read> read = new ArrayList<>();
        for (List<TableRow> each : grouped(rows)) {
            TableRow first = each.get(0);
            ObjectNode entry = EntryRows.read(each, messages);
            checks.known(first, entry.path("classification").asString(null));
            String code = first.cell(EntryColumn.CODE).strip().replace('/', '-');
            read.add(new Read(first.number(), code.isEmpty() ? null : code, entry));
        }
        return taken(read, checks, messages, dryRun, steward);
    }

    /** The datasets of a JSON array of {@code {code, entry}}. */
    @Transactional
    public ImportReport array(JsonNode array, ImportMessages messages, boolean dryRun, Caller steward) {
        ImportChecks checks = new ImportChecks(department(steward), forms.asking(), messages);
        List<Read> read = new ArrayList<>();
        int place = 0;
        for (JsonNode each : array) {
            place++;
            if (each.path("entry") instanceof ObjectNode entry) {
                String code = each.path("code").asString("").strip().replace('/', '-');
                read.add(new Read(place, code.isEmpty() ? null : code, entry));
            } else {
                messages.add(place, "/entry", ImportRule.ENTRY_INVALID, ImportRule.ENTRY_INVALID.said(), null);
            }
        }
        return taken(read, checks, messages, dryRun, steward);
    }

    static List<List<TableRow>> grouped(List<TableRow> rows) {
        List<List<TableRow>> groups = new ArrayList<>();
        for (TableRow row : rows) {
            if (groups.isEmpty() || !row.goesOn(groups.getLast().get(0))) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(row);
        }
        return groups;
    }

    private ImportReport taken(
            List<Read> read, ImportChecks checks, ImportMessages messages, boolean dryRun, Caller steward) {
        List<Runnable> takes = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (Read each : read) {
            entry(each, messages).ifPresent(entry -> {
                checks.entry(each.row(), entry);
                existing(each, entry, messages, steward);
                takes.add(() -> codes.add(take(each.code(), entry, steward)));
            });
        }
        boolean take = !dryRun && messages.errors() == 0;
        if (take) {
            takes.forEach(Runnable::run);
        }
        return new ImportReport(
                dryRun, read.size(), messages.errors(), messages.warnings(), take, codes, messages.all());
    }

    private Optional<Entry> entry(Read read, ImportMessages messages) {
        try {
            return Optional.of(json.treeToValue(read.entry(), Entry.class));
        } catch (JacksonException unreadable) {
            messages.add(
                    read.row(),
                    null,
                    ImportRule.ENTRY_INVALID,
                    ImportRule.ENTRY_INVALID.said(),
                    unreadable.getOriginalMessage());
            return Optional.empty();
        }
    }

    private void existing(Read read, Entry entry, ImportMessages messages, Caller steward) {
        LocalizedText title = entry.title();
        if (title != null && entry.overlapReason() == null && offers.named(title.zh(), read.code())) {
            messages.add(read.row(), EntryColumn.TITLE, ImportRule.EXISTING_NAME, title.zh());
        }
        if (read.code() != null) {
            Optional<Dataset> own = datasets.find(read.code())
                    .filter(each -> each.department().equals(steward.department()))
                    .filter(each -> Move.AMENDED.from().contains(each.working()));
            if (own.isEmpty()) {
                messages.add(read.row(), EntryColumn.CODE, ImportRule.CODE_UNKNOWN, read.code());
            }
        }
    }

    private String take(@Nullable String code, Entry entry, Caller steward) {
        if (code == null) {
            return registration.register(entry, null, steward).code();
        }
        int version = datasets.find(code).orElseThrow().version();
        return registration.amend(code, version, entry, steward).code();
    }

    private Department department(Caller steward) {
        steward.require(Role.STEWARD);
        String code = steward.department();
        return Optional.ofNullable(code)
                .flatMap(departments::find)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.ACCESS_DENIED,
                        "A dataset belongs to a department; " + steward.name() + " acts for none that is known."));
    }
}
