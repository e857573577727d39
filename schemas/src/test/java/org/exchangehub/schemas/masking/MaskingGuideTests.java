package org.exchangehub.schemas.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/guides/masking.md to what the masks do: every mask is there, and its example is what comes out. */
class MaskingGuideTests {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\| [^|]+ \\| `([^`]+)` \\| (?:`([^`]+)`|nothing) \\|", Pattern.MULTILINE);
    private static final Pattern REPLACED = Pattern.compile("`(\\w+)` for (.+?)(?:;|\\.)", Pattern.DOTALL);

    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/guides/masking.md"));
    }

    @Test
    void showsWhatEveryMaskShows() throws IOException {
        Tokenizer tokens = TokenSecret.of(1, HexFormat.of().parseHex(bytes()))
                .tokens("administrative-approval/app-licensing", new DataElement("citizen-id", true));
        Map<String, String> rows = new LinkedHashMap<>();
        for (MatchResult row : (Iterable<MatchResult>) ROW.matcher(guide()).results()::iterator) {
            Mask mask = Mask.named(row.group(1)).orElseThrow();
            MaskRule rule = new MaskRule(mask, mask.withField() ? "code" : null);
            rows.put(row.group(1), row.group(2));
            assertThat(rule.shown(row.group(2), null, tokens)).as(row.group(1)).isEqualTo(row.group(3));
        }

        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(Mask.words());
    }

    private static String bytes() {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < TokenSecret.LEAST_BYTES; i++) {
            hex.append("%02x".formatted(i));
        }
        return hex.toString();
    }

    @Test
    void saysWhichMaskMayReplaceWhich() throws IOException {
        String guide = guide();
        String section = guide.substring(guide.indexOf("## A stricter mask in a grant"), guide.indexOf("## Tokens"));
        List<MatchResult> said = REPLACED.matcher(section).results().toList();
        assertThat(said)
                .extracting(each -> each.group(1))
                .containsExactly("drop", "full", "citizenIdList", "name", "token");

        for (MatchResult each : said) {
            Mask mask = Mask.named(each.group(1)).orElseThrow();
            List<Mask> replaced = Stream.of(Mask.values())
                    .filter(other -> other != mask && mask.asStrictAs(other))
                    .toList();
            assertThat(replaced)
                    .as(each.group())
                    .isEqualTo(
                            switch (each.group(2)) {
                                case "any" ->
                                    Stream.of(Mask.values())
                                            .filter(other -> other != mask)
                                            .toList();
                                case "any but `drop`" ->
                                    Stream.of(Mask.values())
                                            .filter(other -> other != mask && other != Mask.DROP)
                                            .toList();
                                default ->
                                    Stream.of(Mask.values())
                                            .filter(other -> each.group(2).contains("`" + other.word() + "`"))
                                            .toList();
                            });
        }
    }
}
