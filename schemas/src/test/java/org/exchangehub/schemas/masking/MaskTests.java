package org.exchangehub.schemas.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.exchangehub.schemas.identifiers.SocialCreditCode;
import org.exchangehub.schemas.value.FieldType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaskTests {

    private static Mask mask(String word) {
        return Mask.named(word).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    name,          李雷,                      李*
                    name,          张三丰,                    张**
                    name,          欧阳娜,                    欧阳*
                    name,          欧阳,                      欧*
                    name,          诸葛孔明,                  诸葛**
                    name,          买买提·艾力,               买***
                    name,          阿沛・阿旺晋美,            阿***
                    name,          John Smith,                J***
                    name,          𠮷田一郎,                  𠮷***
                    name,          李,                        *
                    holderName,    芜湖市镜湖区老王面馆,      芜***
                    citizenId,     11010519491231002X,        110105********002X
                    citizenId,     11010519491231002x,        110105********002x
                    citizenId,     110105491231002,           110105******002
                    citizenId,     1101051949123100,          ****
                    citizenId,     11010519491231002,         ****
                    citizenId,     张三,                      ****
                    citizenIdList, 11010519491231002X,        1****************X
                    citizenIdList, 110105491231002,           1*************2
                    phone,         13855312345,               138****2345
                    phone,         0553-3832100,              0553-*****00
                    phone,         010-88886666,              010-******66
                    phone,         05533832100,               0553*****00
                    phone,         12345,                     ****
                    phone,         13855312345;13955312345,   ****
                    address,       安徽省芜湖市镜湖区赭山街道文化路12号, 安徽省芜湖市镜湖区赭山街道****
                    address,       安徽省芜湖市南陵县籍山镇5号,  安徽省芜湖市南陵县籍山镇****
                    address,       安徽省芜湖市镜湖区文化路12号,  安徽省芜湖市镜湖区****
                    address,       北京市朝阳区建国路1号,       北京市朝阳区****
                    address,       安徽省张三家隔壁的小镇1号,   安徽省****
                    address,       张三借住在李四镇,            ****
                    address,       1600 Pennsylvania Ave,     ****
                    bankCard,      6222020200112233455,       ****
                    bankCard,      4111111111111111,          411111******1111
                    plate,         皖B12345,                  皖B***45
                    plate,         皖BD12345,                 皖B****45
                    plate,         张三李四王五赵,            ****
                    email,         zhang@example.cn,          z**@example.cn
                    email,         zhang@13855312345,         ****
                    email,         a@b@example.cn,            ****
                    year,          2021-03-05,                2021
                    year,          2021-03-05T23:00:00Z,      2021
                    year,          20210305,                  2021
                    year,          20210305001,               ****
                    year,          暂无,                      ****
                    uscc,          91350100M000100Y43,        91350100********43
                    uscc,          11010519491231002X,        ****
                    amountBand,    350,                       100..500
                    amountBand,    0,                         0..1
                    amountBand,    -3.5,                      ..0
                    amountBand,    9999999999999999,          5000000000000..
                    amountBand,    much,                      ****
                    token,         11010519491231002X,        ****
                    full,          佛教,                      ****
                    full,          伊斯兰教,                  ****
                    drop,          佛教,                      ****
                    """)
    void showNoMoreThanTheyPromise(String word, String value, String shown) {
        assertThat(mask(word).apply(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource
    void leaveEmptyTextEmpty(Mask mask) {
        assertThat(mask.apply("")).isEmpty();
    }

    @Test
    void readTypedValues() {
        assertThat(Mask.YEAR.apply(LocalDate.of(1949, 12, 31))).isEqualTo("1949");
        assertThat(Mask.YEAR.apply(Instant.parse("2026-11-23T13:20:00Z"))).isEqualTo("2026");
        assertThat(Mask.AMOUNT_BAND.apply(new BigDecimal("1E+999999999"))).isEqualTo("5000000000000..");
        assertThat(Mask.AMOUNT_BAND.apply(new BigDecimal("499.9999"))).isEqualTo("100..500");
        assertThat(Mask.AMOUNT_BAND.apply(500L)).isEqualTo("500..1000");
        assertThat(Mask.AMOUNT_BAND.apply(Double.NaN)).isEqualTo(Mask.HIDDEN);
    }

    @Test
    void areForTheTypesTheyCanRead() {
        assertThat(Mask.suiting(FieldType.DATE)).containsExactly(Mask.YEAR, Mask.FULL, Mask.DROP);
        assertThat(Mask.suiting(FieldType.LONG)).containsExactly(Mask.AMOUNT_BAND, Mask.TOKEN, Mask.FULL, Mask.DROP);
        assertThat(Mask.suiting(FieldType.JSON)).containsExactly(Mask.FULL, Mask.DROP);
        assertThat(Mask.suiting(FieldType.STRING))
                .doesNotContain(Mask.AMOUNT_BAND)
                .contains(Mask.CITIZEN_ID);
    }

    @Nested
    class ANameOfAHolder {

        private final MaskRule rule = MaskRule.parse("holderName:code").orElseThrow();

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                91350100M000100Y43, 芜湖市某某有限公司
                92340202MA2TESTX15, 芜***
                91350100M000100Y44, 芜***
                -,                  芜***
                """)
        void isShownForCompaniesOnly(String code, String shown) {
            assertThat(rule.shown("芜湖市某某有限公司", code, null)).isEqualTo(shown);
        }

        @Test
        void isMaskedForASoleTraderWhoseCodeIsRight() {
            String first17 = "92340202MA2TERT01";
            String code = first17 + SocialCreditCode.checkCharacter(first17);

            assertThat(rule.shown("张三小吃店", code, null)).isEqualTo("张***");
        }
    }

    @Nested
    class Strictness {

        @ParameterizedTest
        @EnumSource
        void isHighestWhereNothingIsShown(Mask mask) {
            assertThat(Mask.DROP.asStrictAs(mask)).isTrue();
            assertThat(Mask.FULL.asStrictAs(mask)).isEqualTo(mask != Mask.DROP);
            assertThat(mask.asStrictAs(mask)).isTrue();
        }

        /** Whatever a stricter mask shows the other shows, too; a token shows nothing of the value itself. */
        @ParameterizedTest
        @CsvSource({
            "citizenIdList, citizenId, true",
            "citizenId, citizenIdList, false",
            "token, citizenId, true",
            "token, citizenIdList, false",
            "token, name, false",
            "token, full, false",
            "name, full, false",
            "name, holderName, true",
            "holderName, name, false",
            "year, amountBand, false"
        })
        void isComparedOnlyWhereItCanBe(String mask, String other, boolean asStrict) {
            assertThat(mask(mask).asStrictAs(mask(other))).isEqualTo(asStrict);
        }

        @Test
        void isAnOrder() {
            for (Mask a : Mask.values()) {
                for (Mask b : Mask.values()) {
                    assertThat(a != b && a.asStrictAs(b) && b.asStrictAs(a)).isFalse();
                    for (Mask c : Mask.values()) {
                        assertThat(a.asStrictAs(b) && b.asStrictAs(c) && !a.asStrictAs(c))
                                .as("%s, %s, %s", a, b, c)
                                .isFalse();
                    }
                }
            }
        }
    }
}
