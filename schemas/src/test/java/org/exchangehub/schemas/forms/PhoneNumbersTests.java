package org.exchangehub.schemas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    13812345678 13912345678;      MOBILE 13812345678, MOBILE 13912345678
                    1381234567813912345678;       MOBILE 13812345678, MOBILE 13912345678
                    1385531234505533832100;       MOBILE 13855312345, LANDLINE 05533832100
                    0553-383210013855312345;      LANDLINE 0553-3832100, MOBILE 13855312345
                    010-12345678-801转;           LANDLINE 010-12345678-801
                    +86 138 1234 5678;
                    +8613812345678;               MOBILE 13812345678
                    ０５５３—３８３２１００/13812345678; LANDLINE 0553-3832100, MOBILE 13812345678
                    400-123-4567;                 SERVICE 4001234567
                    138123456781;
                    无;
                    """)
    void areFoundInAText(String text, @Nullable String numbers) {
        assertThat(PhoneNumbers.in(text).stream()
                        .map(number -> number.kind() + " " + number.text())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(numbers == null ? "" : numbers);
    }
}
