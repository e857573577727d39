package org.exchangehub.schemas.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PatternsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\d{12}[GJZ][ABSXCDEFLNHGWY]\\d{5}[FLQW]\\d{8}$",
                "^[一-龥·]{2,50}$",
                "(?i)^(皖|苏)[A-Z]-?[0-9A-Z]{5,6}$",
                "[^]({]{3}|\\Q((({1000}\\E",
                "[[:alpha:]({]{1,300}"
            })
    void of_a_reasonable_size_compile(String expression) {
        assertThat(Patterns.compile(expression).programSize()).isPositive();
    }

    /** Each of them would take gigabytes to compile. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(?:(?:a|b{1000}){1000}){1000}",
                "([(]a{1000}[)]){1000}",
                "(\\Q(\\Ea{1000}){1000}",
                "(x{1000}[](]y){1000}",
                "(x{1000}[[:alpha:]](y)){1000}",
                "((((a{99}){99}){99}){99}"
            })
    void that_unfold_are_refused_before_they_do(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> Patterns.compile(expression));
    }
}
