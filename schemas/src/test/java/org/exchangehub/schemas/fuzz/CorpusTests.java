package org.exchangehub.schemas.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The inputs kept, among them all that ever broke something, go through their targets in every build. */
@Timeout(60)
class CorpusTests {

    @TestFactory
    Stream<DynamicTest> no_input_kept_breaks_its_target() {
        return FuzzTargets.all().entrySet().stream()
                .map(target -> DynamicTest.dynamicTest(
                        target.getKey(),
                        () -> Corpus.of(target.getKey())
                                .forEach(input -> assertThatCode(
                                                () -> target.getValue().take(input))
                                        .as(Corpus.line(input))
                                        .doesNotThrowAnyException())));
    }

    @Test
    void an_input_is_its_line_whether_text_or_bytes() {
        assertThat(Corpus.line("张\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("\"张\\n\"");
        assertThat(Corpus.line(new byte[] {(byte) 0xFF, 0})).isEqualTo("base64:/wA=");
    }
}
