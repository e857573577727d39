package org.exchangehub.schemas.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    name,          李雷,                      李*
                    name,          张三丰,                    张**
                    name,          欧阳娜,                    欧阳*
                    name,          欧阳,                      欧*
                    name,          诸葛孔明,                  诸葛**
                    name,          买买提·艾力,               买***
                    name,          John Smith,                J***
                    name,          李,                        *
                    citizenId,     11010519491231002X,        110105********002X
                    citizenId,     110105491231002,           110105******002
                    citizenId,     张三,                      **
                    citizenIdList, 11010519491231002X,        1****************X
                    phone,         13855312345,               138****2345
                    phone,         0553-3832100,              0553-*****00
                    phone,         010-88886666,              010-******66
                    phone,         12345,                     *****
                    address,       安徽省芜湖市镜湖区赭山街道文化路12号, 安徽省芜湖市镜湖区赭山街道****
                    address,       安徽省芜湖市南陵县籍山镇5号,  安徽省芜湖市南陵县籍山镇****
                    address,       1600 Pennsylvania Ave,     ****************
                    bankCard,      6222020200112233455,       *******************
                    bankCard,      4111111111111111,          411111******1111
                    plate,         皖B12345,                  皖B***45
                    email,         zhang@example.cn,          z**@example.cn
                    year,          2021-03-05,                2021
                    year,          20210305,                  2021
                    year,          暂无,                      **
                    uscc,          91350100M000100Y43,        91350100********43
                    full,          abc,                       ***
                    """)
    void showNoMoreThanTheyPromise(String mask, String value, String shown) {
        String expected = shown.matches("\\*{17,}") ? shown.substring(0, 16) : shown;

        assertThat(Mask.named(mask).apply(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "citizenId", "phone", "bankCard", "uscc", "plate", "email", "full", "year", "address"})
    void hideAMobileNumberThatGotIntoTheWrongColumn(String mask) {
        assertThat(Mask.named(mask).apply("13855312345")).doesNotContain("5531");
        assertThat(Mask.named(mask).apply("")).isEmpty();
    }

    @Test
    void areKnownByNameOrNotAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.named("veil"))
                .withMessageContaining("expected a mask of [address")
                .withMessageContaining("found \"veil\"");
    }
}
