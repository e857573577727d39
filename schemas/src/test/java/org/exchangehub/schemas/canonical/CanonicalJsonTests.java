package org.exchangehub.schemas.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.exchangehub.schemas.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTests {

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void givesTheBytesOfTheStandardsOwnVectors(String name) throws IOException {
        Path input = SharedData.file("vectors/jcs/input/" + name + ".json").orElse(null);
        Path output = SharedData.file("vectors/jcs/output/" + name + ".json").orElse(null);
        Assumptions.assumeTrue(input != null && output != null, SharedData.ABSENT);
        Object value = new ObjectMapper().readValue(Files.readAllBytes(input), Object.class);

        assertThat(CanonicalJson.of(value)).isEqualTo(Files.readAllBytes(output));
    }

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsEcmascriptDoes(String bits, String text) {
        assertThat(EcmaNumber.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    /** What numbers of one digit look like next to zero, where Java's own text has two (2^-1074, 2 and 3 times that, 2e-323). */
    @ParameterizedTest
    @CsvSource({"1, 5e-324", "2, 1e-323", "3, 1.5e-323", "4, 2e-323"})
    void takesOneDigitWhereOneIsEnough(long bits, String text) {
        assertThat(EcmaNumber.text(Double.longBitsToDouble(bits))).isEqualTo(text);
    }

    @Test
    void writesNumbersThatAreReadBackAsTheSame() {
        Random random = new Random(8785);
        for (int i = 0; i < 100_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(EcmaNumber.text(number))).isEqualTo(number);
            }
        }
    }

    /** RFC 8785, section 3.2.3: names in the order of their UTF-16 code units. */
    @Test
    void ordersNamesByTheirCodeUnits() {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            object.put(name, 0);
        }

        assertThat(CanonicalJson.text(object))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
    }

    @Test
    void escapesWhatMustBeAndNothingElse() {
        String text = "\u20ac$\u000f\nA'B\"\\\\\"/\u007f\u2028\b\t\f\r\0";

        assertThat(CanonicalJson.of(text))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\u2028\\b\\t\\f\\r\\u0000\""
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesWhatHasNoForm() {
        for (Object value :
                List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1L << 53, "\ud800", "\udc00a", new Object())) {
            assertThatThrownBy(() -> CanonicalJson.of(List.of(value)))
                    .as(String.valueOf(value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
