package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.contract.RowCondition.Operator;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.FieldType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class QuestionsTest {

    @Nested
    class AFilter {

        @Test
        void keepsColonsInItsValue() {
            assertThat(Filter.parse("issuedAt:ge:2026-01-01T00:00:00Z"))
                    .isEqualTo(new Filter("issuedAt", Operator.GE, List.of("2026-01-01T00:00:00Z")));
        }

        @Test
        void takesSeveralValuesForIn() {
            assertThat(Filter.parse("status:in:1,2").values()).containsExactly("1", "2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"status", "status:eq", ":eq:1", "status:like:1", "status:in:,"})
        void isRefusedWhenItIsNoFilter(String text) {
            assertThatThrownBy(() -> Filter.parse(text).values()).isInstanceOf(HubProblem.class);
        }

        @Test
        void isNeverSilentlyLeftOutBecauseItsNameIsMisspelt() {
            MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
            query.add("filters", "status:eq:1");

            assertThatThrownBy(() -> RecordParameters.ofPage(query))
                    .isInstanceOfSatisfying(
                            HubProblem.class,
                            problem -> assertThat(problem.errors().getFirst().pointer())
                                    .isEqualTo("filters"));
        }
    }

    @Nested
    class AKey {

        @Test
        void ofSeveralFieldsIsReadBackWhateverItsValuesHold() {
            List<String> values = List.of("a,b", "c\\d", "");

            assertThat(RecordKey.parse(List.of("x", "y", "z"), RecordKey.text(values)))
                    .isEqualTo(Map.of("x", "a,b", "y", "c\\d", "z", ""));
        }

        @Test
        void ofOneFieldIsTheValueItself() {
            assertThat(RecordKey.parse(List.of("x"), "a,b")).isEqualTo(Map.of("x", "a,b"));
        }

        @Test
        void thatDoesNotFitIsRefused() {
            assertThatThrownBy(() -> RecordKey.parse(List.of("x", "y"), "a")).isInstanceOf(HubProblem.class);
        }
    }

    @Nested
    class AClaim {

        @ParameterizedTest
        @CsvSource({"芜湖市某某有限公司, 芜湖市 某某有限公司", "91340200MA2N1234XX, ９１３４０２００ma2n1234xx", "ABC（芜湖）公司, ａｂｃ(芜湖)公司"})
        void isTheSameInAnyWidthCaseAndSpacing(String value, String claim) {
            assertThat(Claim.same(FieldType.STRING, value, claim)).isTrue();
        }

        @Test
        void isComparedByWhatANumberOrADateMeans() {
            assertThat(Claim.same(FieldType.decimal(18, 4), new BigDecimal("100.0000"), "１００"))
                    .isTrue();
            assertThat(Claim.same(FieldType.DATE, LocalDate.of(2026, 11, 23), "20261123"))
                    .isTrue();
            assertThat(Claim.same(FieldType.DATE, LocalDate.of(2026, 11, 23), "2026年11月23日"))
                    .isTrue();
            assertThat(Claim.same(FieldType.DATE, LocalDate.of(2026, 11, 23), "yesterday"))
                    .isFalse();
        }

        @Test
        void thatDiffersIsNotTheSame() {
            assertThat(Claim.same(FieldType.STRING, "王五", "王六")).isFalse();
        }
    }

    @Nested
    class APurpose {

        private final Caller application =
                new Caller("s", "service-account-app-x", "app-x", "d", Set.of(), Caller.Kind.APPLICATION);

        @Test
        void isReadInChineseHoweverItWasSent() {
            assertThat(Purpose.of("%E8%AE%B8%E5%8F%AF", application)).isEqualTo("许可");
            assertThat(Purpose.of("\u00E8\u00AE\u00B8\u00E5\u008F\u00AF", application))
                    .isEqualTo("许可");
        }

        @Test
        void isDemandedOfApplications() {
            assertThatThrownBy(() -> Purpose.of(null, application)).isInstanceOf(HubProblem.class);
        }
    }
}
