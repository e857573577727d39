package org.exchangehub.schemas.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.exchangehub.schemas.codes.Divisions.Prefix;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionsTests {

    @Test
    void knowThoseThatAreNoMore() {
        assertThat(Divisions.everInForce(340203)).isTrue();
        assertThat(Divisions.inForce(340203)).isFalse();
        assertThat(Divisions.successors(340203)).containsExactly("340209");
        assertThat(Divisions.fullName(340202)).isEqualTo("安徽省芜湖市镜湖区");
        assertThat(Divisions.inForce()).hasSize(3_434);
        assertThat(Divisions.code("34020X")).isEqualTo(-1);
    }

    @Test
    void knowTheYearsInWhichTheyWereInForce() {
        assertThat(Divisions.firstYear(340203)).hasValue(1983);
        assertThat(Divisions.endYear(340203)).hasValue(2020);
        assertThat(Divisions.endYear(340202)).isEmpty();
        assertThat(Divisions.abolishedBefore(340203, LocalDate.of(2020, 12, 31)))
                .isFalse();
        assertThat(Divisions.abolishedBefore(340203, LocalDate.of(2021, 1, 1))).isTrue();
        assertThat(Divisions.abolishedBefore(340202, LocalDate.of(2026, 1, 1))).isFalse();
    }

    @Nested
    class AnAddress {

        @ParameterizedTest
        @CsvSource({
            "安徽省芜湖市镜湖区赭山街道赭山中路1号, 340202, 赭山街道赭山中路1号",
            "安徽省 芜湖市 镜湖区 赭山街道, 340202, ' 赭山街道'",
            "安徽省镜湖区赭山街道, 340202, 赭山街道",
            "芜湖市镜湖区赭山街道, 340202, 赭山街道",
            "安徽芜湖镜湖区赭山街道, 340202, 赭山街道",
            "镜湖区赭山街道, 340202, 赭山街道",
            "芜湖市北京西路1号, 340200, 北京西路1号",
            "安徽省芜湖市芜湖县湾沚镇, 340221, 湾沚镇",
            "安徽省芜湖市无为市无城镇, 340281, 无城镇",
            "北京市朝阳区建国路1号, 110105, 建国路1号",
            "吉林市昌邑区重庆路, 220202, 重庆路",
            "湖北省仙桃市干河街道, 429004, 干河街道",
            "内蒙古呼和浩特市新城区海拉尔东路, 150102, 海拉尔东路",
            "新疆乌鲁木齐市天山区解放北路, 650102, 解放北路",
            "新疆维吾尔自治区, 650000, ''",
        })
        void beginsWithItsDivisions(String address, int code, String rest) {
            assertThat(Divisions.prefixOf(address)).hasValueSatisfying(prefix -> {
                assertThat(prefix.code()).isEqualTo(code);
                assertThat(address.substring(prefix.end())).isEqualTo(rest);
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "安", "北京西路12号", "新疆路3号", "朝阳区建国路1号", "东区食堂", "赭山中路1号"})
        void isNotMadeToNameOneItDoesNotName(String address) {
            assertThat(Divisions.prefixOf(address)).isEmpty();
        }

        @Test
        void namesTheCityWhenTheRestIsNoCountyOfIt() {
            assertThat(Divisions.prefixOf("芜湖市朝阳区1号")).contains(new Prefix(340200, 3));
        }
    }
}
