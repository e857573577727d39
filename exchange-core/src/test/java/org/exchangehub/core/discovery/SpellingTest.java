package org.exchangehub.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exchangehub.core.discovery.Highlights.Highlight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "人口基础信息, renkou",
        "人口基础信息, rkjc",
        "人口基础信息, jichuxin",
        "人口基础信息, xx",
        "银行开户许可, yinhang",
        "行政许可, xingzheng",
        "长沙市长期护理保险, changsha",
        "长沙市长期护理保险, changqi",
        "会计师事务所, kuaiji",
        "重庆市, chongqing",
        "率先, shuai",
        "绿化, lvhua",
        "GB/T 2260 行政区划代码, quhua"
    })
    void findsWhatIsTyped(String text, String typed) {
        assertThat(Spelling.of(text)).anyMatch(spelled -> spelled.startsWith(typed));
    }

    @ParameterizedTest
    @CsvSource({"银行开户许可, yinxing", "人口A基础, koujichu", "GB/T 2260, gb"})
    void findsNothingElse(String text, String typed) {
        assertThat(Spelling.of(text)).noneMatch(spelled -> spelled.startsWith(typed));
    }

    @Test
    void staysSmallForTheLongestTitle() {
        assertThat(Spelling.of("装".repeat(100)))
                .hasSizeLessThanOrEqualTo(200)
                .allMatch(spelled -> spelled.length() < 60);
    }

    @ParameterizedTest
    @CsvSource({
        "licences, licenc",
        "licence, licence",
        "agencies, agenc",
        "agency, agenc",
        "companies, compan",
        "key, key",
        "address, address",
        "gas, gas",
        "代码, 代码"
    })
    void anEnglishWordIsLookedForByWhatItsFormsShare(String word, String stem) {
        assertThat(SearchWords.stem(word)).isEqualTo(stem);
    }

    @Test
    void marksOfTheEngineBecomePieces() {
        String marked = "证券%1$s代%2$s%1$s码%2$s登记".formatted(Highlights.BEGIN, Highlights.END);

        assertThat(Highlights.of(marked))
                .containsExactly(new Highlight("证券", false), new Highlight("代码", true), new Highlight("登记", false));
        assertThat(Highlights.of("")).isEqualTo(List.of());
    }
}
