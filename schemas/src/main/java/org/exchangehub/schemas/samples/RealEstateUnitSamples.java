package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Generated real estate units as a registry's workbook has them; unit n is house n of the same seed. */
public final class RealEstateUnitSamples extends Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "real-estate-unit";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private static final List<String> COLUMNS = List.of(
            "不动产单元号", "不动产类型", "区县", "坐落", "宗地代码", "土地用途", "权利性质", "宗地面积", "房屋用途", "总层数", "所在层", "建筑面积", "套内面积",
            "不动产权证号", "权利人", "证件种类", "证件号", "共有情况", "土地使用期限", "登簿时间", "登记机构", "抵押状态", "查封状态", "房屋ID", "权属状态", "注销时间",
            "更新时间");
    private static final Set<InjectedError> POSSIBLE = EnumSet.complementOf(EnumSet.of(
            InjectedError.WRONG_CHECK_DIGIT,
            InjectedError.GLUED_PHONES,
            InjectedError.SEX_DISAGREES,
            InjectedError.BIRTH_DISAGREES));

    private RealEstateUnitSamples(long seed, long count, ErrorProfile errors) {
        super(seed, count, errors, POSSIBLE);
    }

    public static RealEstateUnitSamples of(long seed, long count, ErrorProfile errors) {
        return new RealEstateUnitSamples(seed, count, errors);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return SampleMappings.read("real-estate-unit-registry.json");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String table() {
        return "不动产登记";
    }

    @Override
    public String incrementalColumn() {
        return "更新时间";
    }

    @Override
    void fill(SourceRow row, long number, long keyNumber, Dice dice) {
        Household household = Household.of(seed(), keyNumber);
        Dwelling home = household.dwelling();
        row.set("不动产单元号", home.realEstateUnit())
                .set("不动产类型", dice.pick("土地和房屋", "2"))
                .set("区县", home.division())
                .set("坐落", Dirt.padded(home.address(), dice))
                .set("宗地代码", home.parcel())
                .set("总层数", dice.between(home.floor(), 33) + dice.pick("", "层"))
                .set("所在层", Integer.toString(home.floor()))
                .set("权利人", household.head().name())
                .set("证件种类", dice.pick("身份证", "居民身份证"))
                .set(
                        "证件号",
                        dice.chance(0.1)
                                ? household.head().oldId()
                                : household.head().id())
                .set("房屋ID", home.houseId())
                .set("更新时间", Dirt.changeTime(number));
        fillUnit(row, dice);
        fillRight(row, dice);
    }

    private static void fillUnit(SourceRow row, Dice dice) {
        int area = dice.between(40, 200);
        row.set("土地用途", dice.pick("城镇住宅用地", "商务金融用地"))
                .set("权利性质", dice.pick("出让", "划拨"))
                .set("宗地面积", dice.chance(0.5) ? dice.between(2_000, 90_000) + ".50平方米" : dice.between(1, 9) + "公顷")
                .set("房屋用途", dice.pick("住宅", "住宅", "商用"))
                .set("建筑面积", area + ".88" + dice.pick("", "平方米"))
                .set("套内面积", area * 4 / 5 + ".16")
                .set("共有情况", dice.pick("单独所有", "共同共有", "按份共有"));
    }

    private static void fillRight(SourceRow row, Dice dice) {
        LocalDate from = LocalDate.of(1998, 1, 1).plusDays(dice.below(7_000));
        LocalDate registered = LocalDate.of(2017, 6, 1).plusDays(dice.below(2_500));
        boolean gone = dice.chance(0.03);
        String number = "皖（" + registered.getYear() + "）芜湖市不动产权第" + People.digits(dice, 7) + "号";
        row.set("不动产权证号", dice.chance(0.3) ? number.replace('（', '(').replace('）', ')') : number)
                .set("土地使用期限", from + "起" + from.plusYears(70) + "止")
                .set("登簿时间", dice.chance(0.5) ? Dirt.serial(registered) : Dirt.date(registered, dice))
                .set("登记机构", "芜湖市不动产登记中心")
                .set("抵押状态", dice.pick("无抵押", "无抵押", "已抵押"))
                .set("查封状态", dice.pick("未查封", "未查封", "未查封", "已查封"))
                .set("权属状态", gone ? "历史" : "现势")
                .set("注销时间", gone ? Dirt.serial(registered.plusDays(dice.between(100, 700))) : "");
    }

    @Override
    Consequence inject(SourceRow row, InjectedError error) {
        return switch (error) {
            case IMPOSSIBLE_DATE -> row.spoilt("登簿时间", "2021-02-30", "type");
            case UNKNOWN_DIVISION -> row.spoilt("区县", "349999", "division");
            case ABOLISHED_DIVISION -> abolished(row);
            case MISSING_MANDATORY -> row.spoilt("坐落", "", "required");
            case UNKNOWN_CODE -> row.spoilt("不动产类型", "航天器", "code-list");
            case TEXT_TOO_LONG -> row.spoilt("坐落", row.get("坐落").strip().repeat(10), "length");
            case OUT_OF_RANGE -> row.spoilt("总层数", "3200", "range");
            case SWAPPED_COLUMNS -> row.swapped("权利人", "证件号", "number-of-citizen");
            case ADDRESS_ELSEWHERE -> row.doubtful("坐落", "安徽省合肥市蜀山区长江西路1号", "address-in");
            case DATES_OUT_OF_ORDER -> row.spoilt("土地使用期限", "2073-05-01起2003-04-30止", "not-before");
            case STATUS_DISAGREES -> row.set("权属状态", "历史").spoilt("注销时间", "", "required-if");
            case WRONG_FORM -> row.spoilt("不动产单元号", row.get("不动产单元号").replace('F', 'K'), "real-estate-unit");
            case RULE_BROKEN -> row.spoilt("套内面积", "999", "inner-within-building");
            case FULL_WIDTH -> row.widened("不动产单元号", "证件号");
            case DUPLICATE_KEY -> Consequence.NONE;
            default -> throw error.impossible();
        };
    }

    /** A unit coded in a district that has since been merged into another. */
    private static Consequence abolished(SourceRow row) {
        String former = "340203";
        row.set("坐落", "中山路1号")
                .set("不动产单元号", former + row.get("不动产单元号").substring(6))
                .set("宗地代码", former + row.get("宗地代码").substring(6));
        return row.doubtful("区县", former, "division");
    }
}
