package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.check.Severity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossFieldChecksTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String DATE = "[\"null\",{\"type\":\"int\",\"logicalType\":\"date\"}]";
    private static final String TEXT = "[\"null\",\"string\"]";

    private static String checks(String... checks) {
        return "\"hub.checks\":[\"" + String.join("\",\"", checks) + "\"]";
    }

    private static final RecordChecker PERSONS = RecordChecker.of(StandardSchema.parse(SchemaTexts.of(
            SchemaTexts.field("k", 1, "\"string\""),
            SchemaTexts.field("id", 2, TEXT, checks("citizen-id")),
            SchemaTexts.field("born", 3, DATE, checks("birth-date-of:id")),
            SchemaTexts.field("sex", 4, TEXT, "\"hub.codes\":\"sex\"", checks("sex-of:id")),
            SchemaTexts.field("from", 5, DATE),
            SchemaTexts.field("to", 6, DATE, checks("not-before:from")),
            SchemaTexts.field("area", 7, TEXT, checks("division")),
            SchemaTexts.field("address", 8, TEXT, checks("address-in:area")),
            SchemaTexts.field("state", 9, TEXT, checks("one-of:open|shut|void")),
            SchemaTexts.field("shutOn", 10, DATE, checks("required-if:state=shut", "empty-unless:state=shut|void")))));

    private static List<Finding> findings(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("k", "1");
        return switch (PERSONS.check(all, TODAY)) {
            case CheckedRecord.Accepted accepted -> accepted.warnings();
            case CheckedRecord.Refused refused -> refused.findings();
        };
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    id, 11010519491231002X, born, 1949-12-31, -
                    id, 11010519491231002X, born, 1949-12-30, birth-date-of
                    id, 110105491231002, born, 1949-12-31, -
                    id, 110105491231002, born, 1950-12-31, birth-date-of
                    id, 11010519491231002X, sex, 2, -
                    id, 11010519491231002X, sex, 1, sex-of
                    id, 11010519491231002X, sex, 9, -
                    id, 440524188001010014, sex, 1, -
                    id, 440524188001010014, sex, 2, sex-of
                    from, 2020-01-01, to, 2020-01-01, -
                    from, 2020-01-02, to, 2020-01-01, not-before
                    state, open, shutOn, 2020-01-01, empty-unless
                    state, void, shutOn, 2020-01-01, -
                    state, shut, shutOn, 2020-01-01, -
                    state, void, shutOn, '', -
                    state, shut, shutOn, '', required-if
                    area, 340202, address, 安徽省芜湖市镜湖区北京中路1号, -
                    area, 340202, address, 芜湖市镜湖区北京中路1号, -
                    area, 340202, address, 镜湖区北京中路1号, -
                    area, 340202, address, 北京中路1号, -
                    area, 340202, address, 安徽省芜湖市鸠江区官陡街道, address-in
                    area, 340202, address, 鸠江区官陡街道, address-in
                    area, 340202, address, 安徽省合肥市蜀山区长江西路, address-in
                    area, 340202, address, 江苏省南京市鼓楼区中山路, address-in
                    area, 340202, address, 杭州市西湖区文三路, address-in
                    area, 340202, address, 安徽省芜湖市新芜区长江路, -
                    area, 340209, address, 安徽省芜湖市马塘区长江路, -
                    area, 340203, address, 安徽省芜湖市弋江区长江路, -
                    area, 340221, address, 安徽省芜湖市湾沚区湾沚镇, -
                    area, 340210, address, 安徽省芜湖市芜湖县湾沚镇, -
                    area, 340210, address, 芜湖市湾沚镇, -
                    area, 340210, address, 朝阳区建国路1号, -
                    area, 320583, address, 江苏省昆山市前进路, -
                    area, 110105, address, 北京市朝阳区三里屯, -
                    area, 110105, address, 北京市海淀区中关村, address-in
                    area, 340200, address, 安徽省芜湖市鸠江区官陡街道, -
                    area, 340000, address, 安徽省合肥市蜀山区, -
                    """)
    void compareTheTwoValues(String first, String one, String second, String other, String rule) {
        assertThat(findings(Map.of(first, one, second, other)))
                .extracting(Finding::rule)
                .filteredOn(found -> !found.equals("citizen-id") && !found.equals("division")) // spelling, abolished
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void areNotAskedWhenTheOtherFieldIsEmptyOrWrong() {
        assertThat(findings(Map.of("born", "1949-12-30", "to", "2020-01-01", "address", "浙江省", "shutOn", "2020-01-01")))
                .isEmpty();
        assertThat(findings(Map.of("id", "110105199003072996", "born", "1949-12-30", "sex", "1")))
                .extracting(Finding::rule)
                .containsExactly("citizen-id");
    }

    @Test
    void sayBothValuesAndTheOtherFieldsTitle() {
        Finding finding = findings(Map.of("id", "11010519491231002X", "born", "1949-12-30"))
                .getFirst();

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.field()).isEqualTo("born");
        assertThat(finding.found()).isEqualTo("born=1949-12-30, id=11010519491231002X");
        assertThat(finding.message().zh()).contains("出生日期").contains("1949-12-30");
        assertThat(finding.message().en()).contains("the birth date within").contains("1949-12-30");
    }

    @Test
    void ofAnAddressOnlyWarn() {
        assertThat(findings(Map.of("area", "340202", "address", "鸠江区官陡街道")))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Nested
    class InASchema {

        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
                        {"type":"int","logicalType":"date"}; birth-date-of; name of another field
                        {"type":"int","logicalType":"date"}; birth-date-of:nobody; name of another field
                        {"type":"int","logicalType":"date"}; birth-date-of:x; name of another field
                        {"type":"int","logicalType":"date"}; birth-date-of:n; a field of type STRING, not LONG
                        "string"; birth-date-of:k; a field of type DATE for this check, not STRING
                        "string"; sex-of:k; GB/T 2261.1
                        "string"; not-before:d; a field of type DATE for this check
                        {"type":"int","logicalType":"date"}; not-before:k; a field of type DATE, not STRING
                        "long"; address-in:k; a field of type STRING for this check
                        "string"; empty-unless:k=1; a field that may be empty
                        ["null","string"]; empty-unless:k; field=code
                        ["null","string"]; empty-unless:k=; codes between bars
                        ["null","string"]; required-if:k=1|1; each code once
                        ["null","string"]; required-if:s=1|7; codes of the list "sex", not 7
                        ["null","string"]; required-if:n=1; a field of type BOOLEAN or STRING, not LONG
                        """)
        void areRefusedWithTheirPathWhenTheyCannotBeKept(String type, String check, String expected) {
            String avsc = SchemaTexts.of(
                    SchemaTexts.field("k", 1, "\"string\""),
                    SchemaTexts.field("n", 2, "\"long\""),
                    SchemaTexts.field("d", 3, DATE),
                    SchemaTexts.field("s", 4, TEXT, "\"hub.codes\":\"sex\""),
                    SchemaTexts.field("x", 5, type, checks(check)));

            assertThatExceptionOfType(SchemaRefused.class)
                    .isThrownBy(() -> StandardSchema.parse(avsc))
                    .satisfies(refused -> assertThat(refused.refusals())
                            .singleElement()
                            .satisfies(refusal -> {
                                assertThat(refusal.path()).isEqualTo("/fields/4/hub.checks/0");
                                assertThat(refusal.expected()).contains(expected);
                            }));
        }
    }

    @Test
    void ofAKeyAreLeftOutWhenOnlyTheKeyIsChecked() {
        RecordChecker keys = RecordChecker.ofKey(StandardSchema.parse(SchemaTexts.record(
                "\"hub.key\":[\"address\",\"k\"]",
                SchemaTexts.field("k", 1, "\"string\""),
                SchemaTexts.field("area", 2, TEXT, checks("division")),
                SchemaTexts.field("address", 3, "\"string\"", checks("address-in:area")))));

        assertThat(keys.check(Map.of("address", "镜湖区", "k", "7", "area", "no"), TODAY))
                .isEqualTo(new CheckedRecord.Accepted(List.of("镜湖区", "7"), List.of()));
    }
}
