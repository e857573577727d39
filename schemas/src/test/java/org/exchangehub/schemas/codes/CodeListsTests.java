package org.exchangehub.schemas.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.exchangehub.schemas.codes.CodeList.State;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Test;

class CodeListsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static CodeList list(String name) {
        return CodeLists.find(name).orElseThrow();
    }

    @Test
    void nameTheirStandardTheirSourceAndEveryCodesMeaning() {
        assertThat(CodeLists.names()).isSorted().hasSize(30).allSatisfy(name -> {
            CodeList list = list(name);
            assertThat(list.standard()).isNotBlank();
            assertThat(list.source()).isNotBlank();
            assertThat(list.codes()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(list.codes())
                    .allSatisfy(code -> assertThat(list.meaning(code))
                            .hasValueSatisfying(meaning -> assertThat(meaning.zh())
                                    .isNotBlank()
                                    .isEqualTo(meaning.zh().strip())));
        });
        assertThat(CodeLists.find("colours")).isEmpty();
    }

    @Test
    void holdTheCodesOfTheirStandards() {
        assertThat(list("sex").codes()).containsExactly("0", "1", "2", "9");
        assertThat(list("ethnicity").meaning("04")).map(LocalizedText::zh).contains("藏族");
        assertThat(list("country").codes(TODAY)).hasSize(249);
        assertThat(list("house-nature").codes()).containsExactly("1", "2", "9");
    }

    @Test
    void tellACodeThatARevisionAbolishedFromOneThatNeverWas() {
        CodeList industry = list("industry");

        assertThat(industry.state("0170", LocalDate.of(2016, 1, 1))).isEqualTo(State.VALID);
        assertThat(industry.state("0170", TODAY)).isEqualTo(State.ABOLISHED);
        assertThat(industry.state("0171", TODAY)).isEqualTo(State.VALID);
        assertThat(industry.state("0171", LocalDate.of(2017, 9, 30))).isEqualTo(State.NOT_YET);
        assertThat(industry.state("0172", TODAY)).isEqualTo(State.UNKNOWN);
        assertThat(list("currency").state("HRK", TODAY)).isEqualTo(State.ABOLISHED);
        assertThat(list("sex").dated()).isFalse();
    }

    @Test
    void findACodeByItsNameOrAnotherNotation() {
        assertThat(list("country").codeOf("CN")).contains("CHN");
        assertThat(list("country").codeOf("156")).contains("CHN");
        assertThat(list("country").notation("DEU", "numeric")).contains("276");
        assertThat(list("country").codeOf("中国")).contains("CHN");
        assertThat(list("industry").codeOf("稻谷种植")).contains("0111");
        assertThat(list("education").codeOf("大学本科毕业")).contains("21");
    }
}
