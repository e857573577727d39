package org.exchangehub.schemas.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Test;

class CodeListsTests {

    @Test
    void nameTheirStandardAndEveryCodesMeaning() {
        assertThat(CodeLists.names()).allSatisfy(name -> {
            CodeList list = CodeLists.find(name).orElseThrow();
            assertThat(list.standard()).isNotBlank();
            assertThat(list.title().zh()).isNotBlank();
            assertThat(list.codes()).isNotEmpty().noneMatch(String::isBlank);
        });
        assertThat(CodeLists.find("colours")).isEmpty();
    }

    @Test
    void holdTheCodesOfTheirStandards() {
        assertThat(CodeLists.find("sex").orElseThrow().codes()).containsExactly("0", "1", "2", "9");
        assertThat(CodeLists.find("ethnicity").orElseThrow().meaning("04"))
                .map(LocalizedText::zh)
                .contains("藏族");
        assertThat(CodeLists.find("industry").orElseThrow().contains("0179")).isTrue();
    }

    @Test
    void knowDivisionsThatAreNoMore() {
        assertThat(Divisions.everInForce(340203)).isTrue();
        assertThat(Divisions.inForce(340203)).isFalse();
        assertThat(Divisions.successors(340203)).containsExactly("340209");
        assertThat(Divisions.fullName(340202)).isEqualTo("安徽省芜湖市镜湖区");
        assertThat(Divisions.inForce()).hasSize(3_433);
        assertThat(Divisions.code("34020X")).isEqualTo(-1);
    }
}
