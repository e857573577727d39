package org.exchangehub.schemas.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.schemas.SharedData;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierChecksTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static @Nullable Verdict verdict(String check, String value) {
        return Checks.compile(check, FieldType.STRING).verdict(value, TODAY);
    }

    private static String word(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "valid";
        }
        return verdict.corrected() != null ? "corrected" : verdict.severity() == Severity.ERROR ? "invalid" : "warn";
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    uscc, 91350100M000100Y43, valid
                    uscc, 91340200MA2XXXX19G, valid
                    uscc, 91350100M000100y43, corrected
                    uscc, 91350100M0001TGQXM, warn
                    uscc, 91350211M0000XUF46, warn
                    uscc, 91350203M0001FUE2P, warn
                    uscc, 91350100M000100Y44, invalid
                    uscc, 9135O100M000100Y43, invalid
                    uscc, 913501A0M000100Y43, invalid
                    organisation-code, M000100Y4, valid
                    organisation-code, M000100Y-4, corrected
                    organisation-code, M000100Y5, invalid
                    registration-number, 110108000000016, valid
                    registration-number, 310230001716146, valid
                    registration-number, 110108000000017, invalid
                    registration-number, 11010800000001X, invalid
                    licence-id, 1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U, valid
                    licence-id, 1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9, valid
                    licence-id, 1.2.156.3005.2.11100000000013338W001.11110000000021135M.TEST0000000000000001.001.M, valid
                    licence-id, 1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V, invalid
                    licence-id, 1.2.156.3005.3.11100000000013338W011.11430000006122244L.20230000403.001.U, invalid
                    citizen-id, 11010519491231002X, valid
                    citizen-id, 11010519491231002x, corrected
                    citizen-id, １１０１０５１９４９１２３１００２Ｘ, corrected
                    citizen-id, 110105491231002, corrected
                    citizen-id, 440524188001010014, valid
                    citizen-id, 810000199001010019, valid
                    citizen-id, 110105199003072996, invalid
                    citizen-id, 11010519490231002X, invalid
                    citizen-id, 110105203001010011, invalid
                    citizen-id, 990105194912310027, invalid
                    citizen-id, 911124198108030024, valid
                    citizen-id, 932682198501010017, valid
                    citizen-id, 911124198108030025, invalid
                    citizen-id, 999124198108030026, invalid
                    citizen-id, 911000198108030028, invalid
                    citizen-id, 110110198601010010, valid
                    citizen-id, 110110199001010011, warn
                    citizen-id, １１０１１０１９９００１０１００１１, corrected
                    residence-permit, 810000199001010019, valid
                    residence-permit, 830000199001010012, valid
                    residence-permit, 11010519491231002X, invalid
                    residence-permit, 810000199001010018, invalid
                    real-estate-unit, 340202001001GB00001F00010001, valid
                    real-estate-unit, 340202001001GB00001W00000000, valid
                    real-estate-unit, 340202001001gb00001f00010001, corrected
                    real-estate-unit, 340202001001GB00001W00000001, invalid
                    real-estate-unit, 349999001001GB00001F00010001, invalid
                    real-estate-unit, 340202001001KB00001F00010001, invalid
                    real-estate-unit, 340202001001GB00001F0001001, invalid
                    bank-card, 4111111111111111, valid
                    bank-card, 6228480402564890018, valid
                    bank-card, 4111 1111 1111 1111, corrected
                    bank-card, 4111111111111112, invalid
                    bank-card, 411111111111, invalid
                    lei, 506700GE1G29325QX363, valid
                    lei, 506700ge1g29325qx363, corrected
                    lei, 506700GE1G29325QX364, invalid
                    lei, 506700GE1G29325QX36, invalid
                    postcode, 241000, valid
                    postcode, 999077, valid
                    postcode, 001000, invalid
                    postcode, 24100, invalid
                    mobile, 13855312345, valid
                    mobile, 0553-3832100, invalid
                    mobile, 1385531234, invalid
                    landline, 0553-3832100, valid
                    landline, 05533832100, valid
                    landline, 13855312345, invalid
                    landline, 0553-3832100-, invalid
                    division, 340202, valid
                    division, 340203, warn
                    division, 349999, invalid
                    division, 34020, invalid
                    phone, 13855312345, valid
                    phone, +8613855312345, valid
                    phone, 0553-3832100, valid
                    phone, 010-88886666-801, valid
                    phone, 4008001234, valid
                    phone, 12855312345, invalid
                    phone, 3832100, invalid
                    phone, 0553-383210013855312345, invalid
                    email, a@b.cn, valid
                    email, a@b@c.cn, invalid
                    email, a@b, invalid
                    """)
    void giveTheirVerdict(String check, String value, String expected) {
        assertThat(word(verdict(check, value))).isEqualTo(expected);
    }

    @Test
    void completeAnOldNumberTo18Characters() {
        assertThat(verdict("citizen-id", "110105491231002"))
                .extracting(Verdict::corrected)
                .isEqualTo("11010519491231002X");
    }

    @Test
    void sayWhichCheckCharacterWouldBeRight() {
        assertThat(verdict("citizen-id", "110105199003072996"))
                .extracting(Verdict::expected)
                .isEqualTo(new LocalizedText("校验码 5", "check character 5"));
    }

    @Nested
    class PublicVectors {

        private static final Map<String, String> CHECKS = Map.of(
                "uscc", "uscc",
                "citizen-id", "citizen-id",
                "citizen-id-15", "citizen-id",
                "residence-permit", "residence-permit",
                "business-registration-15", "registration-number",
                "e-licence-id", "licence-id",
                "real-estate-unit", "real-estate-unit");

        @Test
        void giveTheirStatedVerdict() throws IOException {
            Optional<Path> vectors = SharedData.file("vectors/identifiers.csv");
            assumeTrue(vectors.isPresent(), SharedData.ABSENT);

            List<String> lines = Files.readAllLines(vectors.orElseThrow());

            assertThat(lines).hasSizeGreaterThan(30);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", 4);
                assertThat(CHECKS).containsKey(cells[0]);
                String found = word(verdict(CHECKS.getOrDefault(cells[0], ""), cells[1]));
                assertThat(found.equals("corrected") ? "valid" : found).as(line).isEqualTo(cells[2]);
            }
        }
    }

    @Nested
    class ADivisionNoMore {

        @Test
        void isSaidWithTheYearOfItsEndAndTheNumberKeptInItsRightSpelling() {
            Verdict verdict = verdict("citizen-id", "１１０１１０１９９００１０１００１１");

            assertThat(verdict).isNotNull().satisfies(found -> {
                assertThat(found.corrected()).isEqualTo("110110199001010011");
                assertThat(found.expected().en()).contains("110110 ended in 1986");
                assertThat(found.expected().zh()).contains("110110已于1986年撤销");
            });
        }
    }

    @Nested
    class ACode {

        private @Nullable Verdict verdict(String list, String code) {
            return Checks.codeList(CodeLists.find(list).orElseThrow()).verdict(code, TODAY);
        }

        @Test
        void isTakenWithAWarningWhenItsListHasAbolishedIt() {
            CodeList industry = CodeLists.find("industry").orElseThrow();
            String abolished = industry.codes().stream()
                    .filter(code -> industry.state(code, TODAY) == CodeList.State.ABOLISHED)
                    .findFirst()
                    .orElseThrow();

            assertThat(verdict("industry", abolished)).satisfies(found -> {
                assertThat(word(found)).isEqualTo("warn");
                assertThat(found.expected().en()).contains("until 20");
            });
            assertThat(word(verdict("industry", "no"))).isEqualTo("invalid");
            assertThat(word(verdict("sex", "1"))).isEqualTo("valid");
        }
    }
}
