package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.MappingRefused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of strangers that want time or memory: what they may cost is known before they run. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileExpressionsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static StandardSchema schema(String expression) {
        return StandardSchema.parse(SchemaTexts.record(
                "\"hub.key\":[\"k\"],\"hub.rules\":[{\"id\":\"hostile\",\"expression\":" + quoted(expression)
                        + ",\"message\":{\"zh\":\"错\",\"en\":\"wrong\"}}]",
                SchemaTexts.field("k", 1, "\"string\""),
                SchemaTexts.field("name", 2, "[\"null\",\"string\"]", "\"hub.checks\":[\"length:..50\"]"),
                SchemaTexts.field("n", 3, "[\"null\",\"long\"]")));
    }

    private static Mapping mapping(String expression) {
        return Mapping.parse("{\"version\":1,\"fields\":[{\"to\":\"x\",\"cel\":{\"expression\":" + quoted(expression)
                + ",\"columns\":{\"k\":\"k\",\"name\":\"name\"}}}]}");
    }

    private static String quoted(String expression) {
        return JsonNodeFactory.instance.textNode(expression).toString();
    }

    private static Refusal refusal(String expression) {
        try {
            schema(expression);
        } catch (SchemaRefused e) {
            return e.refusals().getFirst();
        }
        throw new AssertionError("not refused: " + expression);
    }

    private static String twice(String text, int doublings) {
        return doublings == 0 ? text : "(" + twice(text, doublings - 1) + "+" + twice(text, doublings - 1) + ")";
    }

    @Nested
    class AsRules {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[1,2,3].all(x, [1,2,3].all(y, [1,2,3].all(z, x + y + z + n > 0)))",
                    "[k].map(x, [x, x]).map(y, [y, y]).size() > 0",
                    "[k, name].exists(x, x == k)",
                    "[k].filter(x, x == k).size() == 1"
                })
        void have_no_loops(String expression) {
            assertThat(refusal(expression).path()).isEqualTo("/hub.rules/0/expression");
            assertThat(refusal(expression).expected()).contains("a CEL expression that is true or false");
        }

        @Test
        void double_a_text_only_as_often_as_their_parts_go() {
            assertThat(refusal(twice("k", 7) + " == ''").expected()).startsWith("an expression of at most 250 parts");
            assertThat(schema(twice("k", 6) + " == ''").rules()).hasSize(1);
        }

        @Test
        void cost_on_the_longest_values_no_more_than_the_budget() {
            assertThat(refusal("(k + k + k + k).contains(k)").expected())
                    .contains("at most 30000000 steps")
                    .contains("may take 302");
        }

        @Test
        void are_measured_by_what_the_length_check_lets_through() {
            assertThat(schema("(name + name + name + name).contains(name)").rules())
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "k.matches('((a{1000}){1000}){1000}')",
                    "k.matches('((a{100}){100}){100}')",
                    "k.matches('(((a|b){50}){20})x{900}')",
                    "k.matches('(a')"
                })
        void name_no_pattern_that_grows(String expression) {
            assertThat(refusal(expression).path()).isEqualTo("/hub.rules/0/expression");
        }

        @Test
        void take_no_pattern_from_the_data() {
            assertThat(refusal("name.matches(k)").expected()).isEqualTo("a pattern that is written out, not computed");
            assertThat(refusal("name.matches('a' + 'b')").expected()).contains("written out");
        }

        /** Exponential for a matcher that goes back: 2^9999 ways; RE2 goes through the text once. */
        @Test
        void are_done_in_time_with_a_catastrophic_pattern() {
            RecordChecker checker = RecordChecker.of(schema("k.matches('^(a+)+$')"));

            CheckedRecord checked = checker.check(Map.of("k", "a".repeat(9_999) + "!"), TODAY);

            assertThat(((CheckedRecord.Refused) checked).findings())
                    .singleElement()
                    .extracting(Finding::rule)
                    .isEqualTo("hostile");
        }

        @Test
        void are_not_run_on_a_text_longer_than_they_were_measured_for() {
            RecordChecker checker = RecordChecker.of(schema("k != 'x'"));

            CheckedRecord checked = checker.check(Map.of("k", "a".repeat(10_001)), TODAY);

            Finding finding = ((CheckedRecord.Refused) checked).findings().getFirst();
            assertThat(finding.rule()).isEqualTo("hostile");
            assertThat(finding.message().en()).contains("a text of more than 10000 characters");
        }

        @Test
        void say_so_when_they_cannot_be_evaluated() {
            RecordChecker checker = RecordChecker.of(schema("1 / n > 0"));

            CheckedRecord checked = checker.check(Map.of("k", "x", "n", "0"), TODAY);

            assertThat(((CheckedRecord.Refused) checked)
                            .findings()
                            .getFirst()
                            .message()
                            .en())
                    .contains("cannot be evaluated on these values");
        }
    }

    @Nested
    class AsComputedFields {

        @ParameterizedTest
        @ValueSource(strings = {"[k].all(x, x == k)", "k.matches(name)", "k.matches('((a{100}){100}){100}')"})
        void keep_the_same_limits(String expression) {
            assertThatExceptionOfType(MappingRefused.class).isThrownBy(() -> mapping(expression));
        }

        @Test
        void have_at_most_250_parts_and_their_budget() {
            for (String expression : List.of(twice("k", 7), "(k + k).contains(k)")) {
                assertThatExceptionOfType(MappingRefused.class)
                        .isThrownBy(() -> mapping(expression))
                        .satisfies(e -> assertThat(e.refusals().getFirst().expected())
                                .containsAnyOf("at most 250 parts", "at most 30000000 steps"));
            }
        }
    }
}
