package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.identifiers.LegalEntityIdentifier;
import org.exchangehub.schemas.identifiers.LicenceId;

/**
 * A made-up record of any schema, for documentation: of nobody, the same every time, each value one its field's own checks let
 * pass. A field for which none is known, such as one with a pattern, has none.
 */
public final class ExampleRecord {

    private static final String DIVISION = "340207";
    private static final LocalDate DAY = LocalDate.of(1990, 3, 7);
    private static final long SEED = 809;
    private static final String ORGANISATION = Identities.organisationCode(SEED, 1);
    private static final String CITIZEN =
            Identities.citizen(SEED, 1, true, DAY, 1, List.of(DIVISION)).id();
    private static final Map<String, String> BY_CHECK = Map.ofEntries(
            Map.entry("citizen-id", CITIZEN),
            Map.entry("uscc", Identities.socialCreditCode("91", DIVISION, ORGANISATION)),
            Map.entry("organisation-code", ORGANISATION),
            Map.entry("registration-number", Identities.registrationNumber(DIVISION, 1)),
            Map.entry(
                    "licence-id",
                    LicenceId.of("11100000000013338W007", "11340200003001234X", "AAAAAAA0000000001", "001")),
            Map.entry("real-estate-unit", DIVISION + "001001GB00001F00010001"),
            Map.entry("bank-card", "6222020000000000006"),
            Map.entry("lei", lei("300300EXAMPLE00000")),
            Map.entry("division", DIVISION),
            Map.entry("phone", "13800000000"),
            Map.entry("mobile", "13800000000"),
            Map.entry("landline", "0553-3000000"),
            Map.entry("postcode", "241000"),
            Map.entry("email", "name@example.org"));
    private static final List<String> TEXTS = List.of("示例", "示例文本", "1", "01", "EXAMPLE", "2026", "示例文本示例文本");

    private ExampleRecord() {}

    private static String lei(String first18) {
        return first18 + LegalEntityIdentifier.checkDigits(first18);
    }

    /**
     * The record, by field name in the schema's order, as text in the form JSON has it.
     *
     * @param today the day in the jurisdiction's zone, by which code lists and days are judged
     */
    public static Map<String, String> of(StandardSchema schema, LocalDate today) {
        RecordChecker checker = RecordChecker.of(schema);
        Map<String, String> record = new LinkedHashMap<>();
        for (StandardField field : schema.fields()) {
            candidates(field, today)
                    .filter(value -> passes(checker, field, value, today))
                    .findFirst()
                    .ifPresent(value -> record.put(field.name(), value));
        }
        return record;
    }

    private static boolean passes(RecordChecker checker, StandardField field, String value, LocalDate today) {
        Map<String, String> alone = new HashMap<>();
        alone.put(field.name(), value);
        List<Finding> findings =
                switch (checker.check(alone, today)) {
                    case CheckedRecord.Accepted accepted -> accepted.warnings();
                    case CheckedRecord.Refused refused -> refused.findings();
                };
        return findings.stream()
                .noneMatch(finding -> finding.field().equals(field.name()) && finding.severity() == Severity.ERROR);
    }

    private static Stream<String> candidates(StandardField field, LocalDate today) {
        List<String> likely = new ArrayList<>();
        Optional.ofNullable(field.codes())
                .flatMap(CodeLists::find)
                .ifPresent(list -> list.codes(today).stream().limit(1).forEach(likely::add));
        for (String check : field.checks()) {
            String known = BY_CHECK.get(check);
            if (known != null) {
                likely.add(known);
            }
            if (check.startsWith("one-of:")) {
                likely.add(check.substring("one-of:".length()).replaceFirst("\\|.*", ""));
            }
        }
        Stream<String> ofLength = field.checks().stream()
                .filter(check -> check.matches("length:[0-9]{1,3}\\.\\..*"))
                .map(check -> Integer.parseInt(check.substring("length:".length(), check.indexOf(".."))))
                .map(least -> "EXAMPLE".repeat(least / 7 + 1).substring(0, Math.max(1, least)));
        return Stream.of(likely.stream(), usual(field), ofLength).flatMap(each -> each);
    }

    private static Stream<String> usual(StandardField field) {
        return switch (field.type().kind()) {
            case STRING -> TEXTS.stream();
            case LONG, INTEGER -> Stream.of("1", "0", "100", "1990", "2026");
            case DOUBLE, DECIMAL -> Stream.of("1.5", "1", "0", "100");
            case BOOLEAN -> Stream.of("true");
            case DATE -> Stream.of(DAY.toString());
            case TIMESTAMP -> Stream.of(DAY + "T08:00:00Z");
            case BYTES, JSON -> Stream.of();
        };
    }
}
