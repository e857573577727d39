package org.exchangehub.core.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.identifiers.SocialCreditCode;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Looks through imported datasets for the errors that reviewers are known to send back. */
final class ImportChecks {

    private static final String SYSTEM = "(?s).*(系统|平台|软件|数据库|APP|App|app)\\s*[0-9.vV]*";
    private static final String RESOURCE_CODE = "[1-9][0-9]{5}[-/][0-9]{6,}";
    private static final Set<ShareMode> FILES = Set.of(ShareMode.FILE);
    private static final Set<ShareMode> SERVED = Set.of(ShareMode.SERVICE, ShareMode.BATCH);

    private final Department department;
    private final IntakeForms.Asking form;
    private final ImportMessages messages;
    private final Map<String, Integer> names = new HashMap<>();

    ImportChecks(Department department, IntakeForms.Asking form, ImportMessages messages) {
        this.department = department;
        this.form = form;
        this.messages = messages;
    }

    /** The cells that say what the hub knows already. */
    void known(TableRow row, @Nullable String classification) {
        String code = row.cell(EntryColumn.CODE).strip();
        if (!code.isEmpty() && !code.matches(RESOURCE_CODE)) {
            messages.add(row.number(), EntryColumn.CODE, ImportRule.CODE_MALFORMED, code);
        } else if (!code.isEmpty() && classification != null && !code.startsWith(classification)) {
            messages.add(row.number(), EntryColumn.CODE, ImportRule.CODE_OTHER_CLASS, code);
        }
        String provider = row.cell(EntryColumn.PROVIDER).strip();
        if (provider.isEmpty()) {
            messages.add(row.number(), EntryColumn.PROVIDER, ImportRule.PROVIDER_BLANK, null);
        } else if (!Set.of(
                        department.code(),
                        department.title().zh(),
                        department.title().en())
                .contains(provider)) {
            messages.add(row.number(), EntryColumn.PROVIDER, ImportRule.PROVIDER_OTHER, provider);
        }
        String uscc = row.cell(EntryColumn.PROVIDER_CODE).strip();
        if (!uscc.isEmpty() && !SocialCreditCode.wellFormed(uscc)) {
            messages.add(row.number(), EntryColumn.PROVIDER_CODE, ImportRule.PROVIDER_CODE_MALFORMED, uscc);
        } else if (!uscc.isEmpty() && !uscc.equals(department.uscc())) {
            messages.add(row.number(), EntryColumn.PROVIDER_CODE, ImportRule.PROVIDER_OTHER, uscc);
        } else if (!uscc.isEmpty() && !SocialCreditCode.checks(uscc)) {
            messages.add(row.number(), EntryColumn.PROVIDER_CODE, ImportRule.PROVIDER_CODE_CHECK, uscc);
        }
    }

    /** The entry itself. */
    void entry(int row, Entry entry) {
        LocalizedText title = entry.title();
        if (title != null) {
            if (title.zh().matches(SYSTEM)) {
                messages.add(row, EntryColumn.TITLE, ImportRule.SYSTEM_NAME, title.zh());
            }
            Integer earlier = names.putIfAbsent(Offers.normalised(title.zh()), row);
            if (earlier != null) {
                messages.add(row, EntryColumn.TITLE, ImportRule.DUPLICATE_NAME, title.zh());
            }
        }
        LocalizedText summary = entry.summary();
        if (summary == null || summary.zh().isBlank()) {
            messages.add(row, EntryColumn.SUMMARY, ImportRule.SUMMARY_BLANK, null);
        }
        modes(row, entry);
        try {
            EntryRules.requireDraft(entry);
        } catch (HubProblem refused) {
            tell(row, refused.errors(), ImportRule.ENTRY_INVALID);
            return;
        }
        try {
            Violations missing = EntryRules.missing(entry);
            form.missing(entry, department.code(), missing);
            missing.refuse(EntryRules.INCOMPLETE);
        } catch (HubProblem incomplete) {
            tell(row, incomplete.errors(), ImportRule.ENTRY_INCOMPLETE);
        }
    }

    private void modes(int row, Entry entry) {
        Set<ShareMode> modes = entry.shareModes();
        Entry.Format format = entry.format();
        if (modes == null || format == null) {
            return;
        }
        Set<ShareMode> possible =
                switch (format) {
                    case FILE, SPREADSHEET -> FILES;
                    case DATABASE, SERVICE -> SERVED;
                };
        if (!possible.containsAll(modes)) {
            messages.add(row, EntryColumn.SHARE_MODES, ImportRule.FORMAT_MODE, format + " " + modes);
        }
    }

    private void tell(int row, List<FieldError> errors, ImportRule rule) {
        errors.forEach(error -> messages.add(
                row,
                error.pointer(),
                rule,
                new LocalizedText(
                        rule.said().zh() + "：" + error.expected(), rule.said().en() + ": " + error.expected()),
                error.found()));
    }
}
