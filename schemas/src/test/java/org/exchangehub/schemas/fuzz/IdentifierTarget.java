package org.exchangehub.schemas.fuzz;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.check.FieldCheck;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.check.Verdict;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.mapping.CodeNames;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Every check of an identifier and every code list on one text. A corrected value needs no correction, width decides nothing
 * where a check corrects it, one changed digit of a citizen's number is always caught.
 */
final class IdentifierTarget {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int LONGEST_MESSAGE = 400;
    private static final List<String> IDENTIFIERS = List.of(
            "citizen-id",
            "uscc",
            "organisation-code",
            "registration-number",
            "licence-id",
            "residence-permit",
            "real-estate-unit",
            "bank-card",
            "lei");
    private static final List<String> OTHERS =
            List.of("division", "phone", "mobile", "landline", "postcode", "email", "length:1..40");

    private static final Map<String, FieldCheck> CHECKS = new LinkedHashMap<>();

    static {
        IDENTIFIERS.forEach(id -> CHECKS.put(id, Checks.compile(id, FieldType.STRING)));
        OTHERS.forEach(id -> CHECKS.put(id, Checks.compile(id, FieldType.STRING)));
    }

    private IdentifierTarget() {}

    static void take(String text) {
        CHECKS.forEach((id, check) -> take(id, check, text));
        changedDigit(text);
        for (String name : CodeLists.names()) {
            codes(CodeLists.find(name).orElseThrow(), text);
        }
    }

    private static void take(String id, FieldCheck check, String text) {
        Verdict verdict = check.verdict(text, TODAY);
        if (verdict != null) {
            Broken.unlessShort(verdict.expected().zh(), LONGEST_MESSAGE);
            Broken.unlessShort(verdict.expected().en(), LONGEST_MESSAGE);
            if (verdict.corrected() != null) {
                Broken.unless(verdict.severity() == Severity.WARNING, "…: what is corrected is no error", id);
                Verdict again = check.verdict(verdict.corrected(), TODAY);
                Broken.unless(again == null || again.corrected() == null, "…: corrected twice: …", id, text);
                Broken.unless(!refuses(again), "…: corrected to what is refused: …", id, text);
            }
        }
        if (IDENTIFIERS.contains(id)) {
            boolean narrow = refuses(check.verdict(Widths.narrow(text), TODAY));
            boolean wide = refuses(check.verdict(Widths.wide(text), TODAY));
            Broken.unless(refuses(verdict) == narrow && narrow == wide, "…: width decides on …", id, text);
        }
    }

    private static boolean refuses(@Nullable Verdict verdict) {
        return verdict != null && verdict.severity() == Severity.ERROR;
    }

    /** ISO 7064 MOD 11-2 catches every single changed digit. */
    private static void changedDigit(String text) {
        FieldCheck check = CHECKS.get("citizen-id");
        String number = CitizenId.canonical(text);
        Broken.unlessEqual(CitizenId.canonical(number), number, "a canonical number is canonical");
        if (check == null || refuses(check.verdict(number, TODAY))) {
            return;
        }
        for (int i = 0; i < CitizenId.LENGTH - 1; i++) {
            char changed = (char) ('0' + (number.charAt(i) - '0' + 1 + i % 9) % 10);
            String other = number.substring(0, i) + changed + number.substring(i + 1);
            Broken.unless(refuses(check.verdict(other, TODAY)), "… and … are both right", number, other);
        }
    }

    private static void codes(CodeList list, String text) {
        CodeNames names = CodeNames.of(list);
        names.code(text).ifPresent(code -> {
            Broken.unless(list.contains(code), "… has no code …", list.name(), code);
            Broken.unlessEqual(names.code(code).orElse(null), code, "a code is called by itself");
        });
        Broken.unless(
                list.contains(text) == (list.state(text, TODAY) != CodeList.State.UNKNOWN),
                "… has and has not …",
                list.name(),
                text);
        if (!list.contains(text)) {
            String narrow = names.code(Widths.narrow(text)).orElse(null);
            Broken.unlessEqual(names.code(Widths.wide(text)).orElse(null), narrow, list.name() + ": width decides");
        }
        Verdict verdict = Checks.codeList(list).verdict(text, TODAY);
        if (verdict != null) {
            Broken.unlessShort(verdict.expected().zh(), LONGEST_MESSAGE);
        }
    }
}
