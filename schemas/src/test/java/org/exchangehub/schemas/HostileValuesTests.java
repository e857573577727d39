package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values from outside that want to break the library rather than a rule. */
class HostileValuesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> PIECES = List.of(
            "0",
            "1",
            "9",
            "X",
            "x",
            "-",
            "--",
            "+86",
            ".",
            "..",
            ",",
            "@",
            "年",
            "月",
            "日",
            "2021",
            "02",
            "30",
            "（",
            "张",
            "·",
            " ",
            "\u3000",
            "\0",
            "\uD842",
            "\uDFB7",
            "𠮷",
            "１",
            "Ａ",
            "e999999999",
            "亿元",
            "¥",
            "1.2.156.3005.2.",
            "91350100",
            "{",
            "[",
            "\"",
            "\uFEFF",
            "T",
            "Z",
            "街道",
            "110105",
            "19491231",
            "002X");

    @Test
    void neverThrowWhateverTheyAre() {
        RecordChecker checker = RecordChecker.of(StandardSchema.parse(
                StandardSchemas.find("legal-person", "1-0-0").orElseThrow()));
        Mapping mapping = Mapping.parse(LegalPersonSamples.mapping());
        List<String> headers = LegalPersonSamples.of(1, 1, ErrorProfile.clean()).columns();
        Random random = new Random(20_261_123);

        assertThatCode(() -> {
                    for (int i = 0; i < 3_000; i++) {
                        Map<String, String> row = new HashMap<>();
                        headers.forEach(header -> row.put(header, hostile(random)));
                        Map<String, @Nullable String> mapped = mapping.apply(row);
                        assertThat(checker.check(mapped, TODAY)).isInstanceOf(CheckedRecord.Refused.class);
                        Stream.of(Mask.values()).forEach(mask -> mask.apply(hostile(random)));
                    }
                })
                .doesNotThrowAnyException();
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uD842", "\uDFB7a"})
    void areRefusedWhenNoDatabaseCouldHoldThem(String text) {
        RecordChecker checker =
                RecordChecker.of(StandardSchema.parse(SchemaTexts.of(SchemaTexts.field("k", 1, "\"string\""))));

        assertThat(checker.check(Map.of("k", text), TODAY))
                .isInstanceOfSatisfying(CheckedRecord.Refused.class, refused -> {
                    Finding finding = refused.findings().getFirst();
                    assertThat(finding.rule()).isEqualTo("type");
                    assertThat(Texts.storable(String.valueOf(finding.found()))).isTrue();
                });
    }
}
