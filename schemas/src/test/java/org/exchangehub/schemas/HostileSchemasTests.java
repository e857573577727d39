package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas from outside that want to break the library rather than describe a dataset. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileSchemasTests {

    private static void refused(String avsc) {
        assertThatExceptionOfType(SchemaRefused.class).isThrownBy(() -> StandardSchema.parse(avsc));
    }

    private static String with(String type) {
        return SchemaTexts.of(SchemaTexts.field("k", 1, "\"string\""), SchemaTexts.field("x", 2, type));
    }

    @Test
    void areRefusedWhenTheyHoldThemselves() {
        refused(
                with(
                        "{\"type\":\"record\",\"name\":\"Loop\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Loop\"]}]}"));
        refused(with("{\"type\":\"array\",\"items\":\"R\"}"));
    }

    /** Each record holds the next one a hundred times: few characters, 10^14 fields when written out. */
    @Test
    void areRefusedWhenTheyUnfoldWithoutEnd() {
        StringBuilder type = new StringBuilder();
        int levels = 7;
        for (int level = 0; level < levels; level++) {
            type.append("{\"type\":\"record\",\"name\":\"L")
                    .append(level)
                    .append("\",\"fields\":[{\"name\":\"f0\",\"type\":");
        }
        type.append("\"string\"");
        for (int level = levels - 1; level >= 0; level--) {
            String inner = level == levels - 1 ? "\"string\"" : "\"L" + (level + 1) + "\"";
            type.append('}');
            for (int field = 1; field < 100; field++) {
                type.append(",{\"name\":\"f")
                        .append(field)
                        .append("\",\"type\":")
                        .append(inner)
                        .append('}');
            }
            type.append("]}");
        }

        refused(with(type.toString()));
    }

    @Test
    void areRefusedWhenNestedAMillionTimes() {
        refused(with("{\"type\":\"array\",\"items\":".repeat(30_000) + "\"string\"" + "}".repeat(30_000)));
        refused("[".repeat(1_000_000));
        refused("{\"type\":".repeat(100_000));
    }

    @Test
    void areRefusedWhenAUnionOffersMoreThanOneType() {
        StringBuilder union = new StringBuilder("[\"null\"");
        for (int i = 0; i < 10_000; i++) {
            union.append(",{\"type\":\"record\",\"name\":\"U").append(i).append("\",\"fields\":[]}");
        }
        refused(with(union.append(']').toString()));
    }

    @Test
    void areRefusedWhenLongerThanAnySchemaIs() {
        refused(with("\"" + "a".repeat(2_000_000) + "\""));
        refused(with("{\"type\":\"fixed\",\"name\":\"F\",\"size\":2147483647}"));
        refused(with("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2147483647,\"scale\":0}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2, 3].all(i, [1, 2, 3].all(j, i + j > 0)) && k != ''",
                "[1, 2, 3].map(i, k).size() > 0",
                "[1, 2, 3].exists(i, k == string(i))",
                "k",
                "1 == 1",
                "k == unknown"
            })
    void mayNotLoopNorSayWhatIsNeitherTrueNorFalse(String expression) {
        String rule = "{\"id\":\"r\",\"expression\":\"" + expression + "\",\"message\":{\"zh\":\"一\",\"en\":\"one\"}}";
        refused(SchemaTexts.record(
                "\"hub.key\":[\"k\"],\"hub.rules\":[" + rule + "]", SchemaTexts.field("k", 1, "\"string\"")));
    }

    @Test
    void mayNotSpeakWithoutEnd() {
        String joined = "k" + " + k".repeat(400) + " != ''";
        for (String expression : List.of(
                "(".repeat(5_000) + "k == ''" + ")".repeat(5_000), "k == '" + "a".repeat(10_000) + "'", joined)) {
            mayNotLoopNorSayWhatIsNeitherTrueNorFalse(expression);
        }
    }
}
