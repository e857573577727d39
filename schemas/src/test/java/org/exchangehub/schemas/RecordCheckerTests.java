package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.util.Utf8;
import org.exchangehub.schemas.check.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordCheckerTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final RecordChecker LEGAL_PERSONS = RecordChecker.of(
            StandardSchema.parse(StandardSchemas.find("legal-person", "1-0-0").orElseThrow()));

    private static Map<String, @Nullable Object> legalPerson() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("unifiedSocialCreditCode", "91350100M000100Y43");
        values.put("organisationCode", "M000100Y4");
        values.put("registeredName", "福州市清源科技有限公司");
        values.put("registeredDivision", "350102");
        values.put("legalRepresentative", "欧阳娜");
        values.put("legalRepresentativeId", "11010519491231002X");
        values.put("registeredCapital", "500.5");
        values.put("establishedOn", "20150301");
        values.put("approvedOn", "2020-06-01");
        values.put("status", "1");
        values.put("currency", "");
        values.put("disclosed", "true");
        return values;
    }

    private static CheckedRecord with(String field, @Nullable Object value) {
        Map<String, @Nullable Object> values = legalPerson();
        values.put(field, value);
        return LEGAL_PERSONS.check(values, TODAY);
    }

    private static List<Finding> findings(CheckedRecord checked) {
        return switch (checked) {
            case CheckedRecord.Accepted accepted -> accepted.warnings();
            case CheckedRecord.Refused refused -> refused.findings();
        };
    }

    @Nested
    class Accepting {

        @Test
        void givesTypedValuesInTheOrderOfTheSchema() {
            CheckedRecord checked = LEGAL_PERSONS.check(legalPerson(), TODAY);

            assertThat(checked).isInstanceOfSatisfying(CheckedRecord.Accepted.class, accepted -> {
                assertThat(accepted.warnings()).isEmpty();
                assertThat(accepted.values()).hasSize(32).startsWith("91350100M000100Y43", "M000100Y4");
                assertThat(accepted.values().get(6)).isEqualTo(new BigDecimal("500.5000"));
                assertThat(accepted.values().get(10)).isEqualTo(LocalDate.of(2015, 3, 1));
                assertThat(accepted.values().get(17)).isNull();
                assertThat(accepted.values().get(31)).isEqualTo(true);
            });
        }

        @Test
        void readsTypedAvroValuesAsItReadsText() {
            Map<String, @Nullable Object> values = legalPerson();
            values.replaceAll((field, value) -> value instanceof String text ? new Utf8(text) : value);
            values.put(
                    "registeredCapital",
                    ByteBuffer.wrap(
                            BigDecimal.valueOf(5_005_000).unscaledValue().toByteArray()));
            values.put("establishedOn", (int) LocalDate.of(2015, 3, 1).toEpochDay());
            values.put("disclosed", true);

            assertThat(LEGAL_PERSONS.check(values, TODAY)).isEqualTo(LEGAL_PERSONS.check(legalPerson(), TODAY));
        }

        @Test
        void warnsOfALawfulCodeThatFailsItsCheck() {
            Map<String, @Nullable Object> values = legalPerson();
            values.put("unifiedSocialCreditCode", "91350100M0001TGQXM");
            values.put("organisationCode", null);

            CheckedRecord checked = LEGAL_PERSONS.check(values, TODAY);

            assertThat(checked).isInstanceOf(CheckedRecord.Accepted.class);
            assertThat(findings(checked))
                    .extracting(Finding::rule, Finding::severity)
                    .containsExactly(tuple("uscc", Severity.WARNING));
        }

        @Test
        void correctsWidthAndCaseOfAnIdentifierWithAWarning() {
            CheckedRecord checked = with("unifiedSocialCreditCode", "９１350100m000100y43");

            assertThat(checked).isInstanceOfSatisfying(CheckedRecord.Accepted.class, accepted -> {
                assertThat(accepted.values().getFirst()).isEqualTo("91350100M000100Y43");
                assertThat(accepted.warnings())
                        .singleElement()
                        .extracting(Finding::rule)
                        .isEqualTo("uscc");
            });
        }
    }

    @Nested
    class Refusing {

        @Test
        void saysInBothLanguagesWhatWasExpectedAndFound() {
            Finding finding = findings(with("registeredDivision", "999999")).getFirst();

            assertThat(finding.rule()).isEqualTo("division");
            assertThat(finding.message().zh()).contains("注册地址行政区划代码").contains("999999");
            assertThat(finding.message().en())
                    .contains("expected a division code")
                    .contains("found \"999999\"");
        }

        @Test
        void hidesWhatItFoundInASensitiveField() {
            Finding finding = findings(with("phone", "0553-576543213855312345")).getFirst();

            assertThat(finding.rule()).isEqualTo("phone");
            assertThat(finding.found()).matches("\\*+");
            assertThat(finding.message().zh() + finding.message().en()).doesNotContain("57654");
        }

        @Test
        void namesEveryRuleThatIsBroken() {
            Map<String, @Nullable Object> values = legalPerson();
            values.put("registeredName", null);
            values.put("status", "存续");
            values.put("establishedOn", "2021-02-30");
            values.put("registeredCapital", "12.34567");
            values.put("approvedOn", "2031-01-01");
            values.put("disclosed", "是");

            assertThat(findings(LEGAL_PERSONS.check(values, TODAY)))
                    .extracting(Finding::field, Finding::rule)
                    .containsExactlyInAnyOrder(
                            tuple("registeredName", "required"),
                            tuple("status", "code-list"),
                            tuple("establishedOn", "type"),
                            tuple("registeredCapital", "type"),
                            tuple("approvedOn", "date-not-future"),
                            tuple("disclosed", "type"));
        }

        @Test
        void keepsTheRulesAcrossFields() {
            Finding finding = findings(with("approvedOn", "2014-12-31")).getFirst();

            assertThat(finding.rule()).isEqualTo("approval-after-establishment");
            assertThat(finding.found()).isEqualTo("establishedOn=2015-03-01, approvedOn=2014-12-31");
            assertThat(finding.message().zh()).startsWith("核准日期不得早于成立日期");
        }
    }

    @Nested
    class Types {

        private final RecordChecker all = RecordChecker.of(StandardSchema.parse(SchemaTexts.of(
                SchemaTexts.field("k", 1, "\"string\""),
                SchemaTexts.field("l", 2, "[\"null\",\"long\"]"),
                SchemaTexts.field("i", 3, "[\"null\",\"int\"]"),
                SchemaTexts.field("d", 4, "[\"null\",\"double\"]"),
                SchemaTexts.field("t", 5, "[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}]"),
                SchemaTexts.field("b", 6, "[\"null\",\"bytes\"]"),
                SchemaTexts.field("a", 7, "[\"null\",{\"type\":\"array\",\"items\":\"string\"}]"))));

        @Test
        void areReadFromText() {
            CheckedRecord checked = all.check(
                    Map.of(
                            "k",
                            "1",
                            "l",
                            "-9223372036854775808",
                            "i",
                            "2147483647",
                            "d",
                            "1.5e3",
                            "t",
                            "2021-03-05T08:00:00+08:00",
                            "a",
                            "[\"x\", \"y\"]"),
                    TODAY);

            assertThat(((CheckedRecord.Accepted) checked).values())
                    .containsExactly(
                            "1",
                            Long.MIN_VALUE,
                            2147483647L,
                            1500.0,
                            Instant.parse("2021-03-05T00:00:00Z"),
                            null,
                            "[\"x\",\"y\"]");
        }

        @Test
        void areReadFromAvro() {
            CheckedRecord checked = all.check(
                    Map.of(
                            "k",
                            new Utf8("1"),
                            "l",
                            7,
                            "i",
                            8,
                            "d",
                            2.5f,
                            "t",
                            1000L,
                            "b",
                            ByteBuffer.wrap(new byte[] {1}),
                            "a",
                            new GenericData.Array<>(
                                    all.schema()
                                            .avro()
                                            .getField("a")
                                            .schema()
                                            .getTypes()
                                            .get(1),
                                    List.of(new Utf8("x")))),
                    TODAY);

            assertThat(((CheckedRecord.Accepted) checked).values())
                    .containsExactly("1", 7L, 8L, 2.5, Instant.ofEpochSecond(1), new byte[] {1}, "[\"x\"]");
        }

        @Test
        void refuseWhatDoesNotFit() {
            CheckedRecord checked = all.check(
                    Map.of(
                            "k",
                            7,
                            "l",
                            "9223372036854775808",
                            "i",
                            "2147483648",
                            "d",
                            "1e999",
                            "t",
                            "2021-03-05 08:00:00",
                            "b",
                            "x",
                            "a",
                            "[1]"),
                    TODAY);

            assertThat(findings(checked))
                    .hasSize(7)
                    .allMatch(finding -> finding.rule().equals("type"));
        }
    }
}
