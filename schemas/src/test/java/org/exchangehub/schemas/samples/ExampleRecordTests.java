package org.exchangehub.schemas.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.check.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleRecordTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static Stream<StandardSchema> schemas() {
        return StandardSchemas.all().stream().map(StandardSchemas.Bundled::schema);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void hasAValueForEveryFieldThatMustHaveOneButForPatterns(StandardSchema schema) {
        Map<String, String> example = ExampleRecord.of(schema, TODAY);

        List<String> without = schema.fields().stream()
                .filter(field ->
                        !field.nullable() && field.checks().stream().noneMatch(check -> check.startsWith("pattern:")))
                .map(StandardField::name)
                .filter(name -> !example.containsKey(name))
                .toList();
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void breaksNoCheckOfAField(StandardSchema schema) {
        Map<String, String> example = ExampleRecord.of(schema, TODAY);

        var findings =
                switch (RecordChecker.of(schema).check(example, TODAY)) {
                    case CheckedRecord.Accepted accepted -> accepted.warnings();
                    case CheckedRecord.Refused refused -> refused.findings();
                };
        List<String> rules = schema.rules().stream().map(rule -> rule.id()).toList();
        assertThat(findings)
                .noneMatch(finding -> finding.severity() == Severity.ERROR
                        && !rules.contains(finding.rule())
                        && schema.field(finding.field()).orElseThrow().checks().contains(finding.rule()));
    }

    @Test
    void leavesOutWhatItCannotKnow() {
        StandardSchema schema = StandardSchema.parse("""
                {"type": "record", "name": "R", "namespace": "t", "hub.dataset": "r", "hub.title": {"zh": "例", "en": "r"},
                 "hub.key": ["id"], "fields": [
                   {"name": "id", "type": "string", "hub.id": 1, "hub.title": {"zh": "证号", "en": "id"}, "hub.level": "3",
                    "hub.checks": ["citizen-id"]},
                   {"name": "odd", "type": "string", "hub.id": 2, "hub.title": {"zh": "怪", "en": "odd"}, "hub.level": "2",
                    "hub.checks": ["pattern:[a-z]{3}-[0-9]{9}"]}]}
                """);

        assertThat(ExampleRecord.of(schema, TODAY)).containsOnlyKeys("id");
    }
}
