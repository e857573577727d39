package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Generated people from elsewhere as police stations register them; they live in the houses of the same seed. */
public final class FloatingPopulationSamples extends Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "floating-population";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private static final List<String> COLUMNS = List.of(
            "登记编号", "证件号码", "姓名", "性别", "民族", "出生日期", "婚姻", "文化程度", "政治面貌", "户籍地区划", "户籍详址", "暂住地区划", "暂住详址", "街道",
            "居委会", "地址编码", "房屋ID", "居住事由", "居住处所", "来本地日期", "拟住至", "是否办证", "居住证有效期", "房主姓名", "房主证件号", "从业单位", "手机",
            "来源", "有效性", "审批", "注销标志", "注销日期", "更新时间");
    private static final Set<InjectedError> POSSIBLE =
            EnumSet.complementOf(EnumSet.of(InjectedError.ABOLISHED_DIVISION, InjectedError.OUT_OF_RANGE));
    private static final List<Origin> ORIGINS = List.of(
            new Origin("340123", "安徽省合肥市肥西县上派镇人民路"),
            new Origin("341221", "安徽省阜阳市临泉县城关街道光明路"),
            new Origin("411425", "河南省商丘市虞城县城关镇大同路"),
            new Origin("320582", "江苏省苏州市张家港市杨舍镇步行街"),
            new Origin("510981", "四川省遂宁市射洪市太和街道解放街"),
            new Origin("420922", "湖北省孝感市大悟县城关镇前进大道"),
            new Origin("810000", "香港特别行政区九龙弥敦道"));
    private static final LocalDate FIRST = LocalDate.of(1960, 1, 1);
    private static final int DAYS = 16_000;
    private static final LocalDate ARRIVED = LocalDate.of(2018, 1, 1);

    /** Where someone is registered. */
    private record Origin(String division, String address) {}

    private FloatingPopulationSamples(long seed, long count, ErrorProfile errors) {
        super(seed, count, errors, POSSIBLE);
    }

    public static FloatingPopulationSamples of(long seed, long count, ErrorProfile errors) {
        return new FloatingPopulationSamples(seed, count, errors);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return SampleMappings.read("floating-population-police.json");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String table() {
        return "流动人口登记";
    }

    @Override
    public String incrementalColumn() {
        return "更新时间";
    }

    @Override
    void fill(SourceRow row, long number, long keyNumber, Dice dice) {
        Origin origin = new Dice(~seed(), keyNumber).pick(ORIGINS);
        boolean male = keyNumber % 2 == 0;
        Identities.Born born = Identities.citizen(seed(), keyNumber, male, FIRST, DAYS, List.of(origin.division()));
        Household landlord = Household.of(seed(), 1 + keyNumber / 4);
        row.set("登记编号", landlord.dwelling().division() + "LD" + Identities.serial(seed(), keyNumber))
                .set("证件号码", born.id())
                .set("姓名", Dirt.padded(People.name(dice), dice))
                .set("性别", male ? dice.pick("男", "1") : dice.pick("女", "2"))
                .set("民族", dice.pick("汉族", "汉", "01", "苗族"))
                .set("出生日期", Dirt.date(born.birth(), dice))
                .set("婚姻", dice.pick("未婚", "已婚", "离婚"))
                .set("文化程度", dice.pick("大学本科", "高中", "初中", "小学"))
                .set("政治面貌", dice.pick("群众", "群众", "党员"))
                .set("户籍地区划", origin.division())
                .set("户籍详址", origin.address() + dice.between(1, 300) + "号")
                .set("手机", People.mobile(dice))
                .set("更新时间", Dirt.changeTime(number));
        fillHome(row, landlord, dice);
        fillStay(row, dice);
    }

    private static void fillHome(SourceRow row, Household landlord, Dice dice) {
        Dwelling home = landlord.dwelling();
        row.set("暂住地区划", home.division())
                .set("暂住详址", home.address())
                .set("街道", home.street().name())
                .set("居委会", home.community().name())
                .set("地址编码", home.addressCode())
                .set("房屋ID", home.houseId())
                .set("居住处所", dice.pick("租赁房屋", "租赁房屋", "居民家中", "单位内部"))
                .set("房主姓名", landlord.head().name())
                .set(
                        "房主证件号",
                        dice.chance(0.1)
                                ? landlord.head().oldId()
                                : landlord.head().id());
    }

    private static void fillStay(SourceRow row, Dice dice) {
        LocalDate arrived = ARRIVED.plusDays(dice.below(2_500));
        boolean permit = dice.chance(0.6);
        boolean left = dice.chance(0.1);
        row.set("居住事由", dice.pick("务工", "务工", "经商", "借读培训", "投靠亲友", "服务"))
                .set("来本地日期", Dirt.date(arrived, dice))
                .set("拟住至", Dirt.date(arrived.plusMonths(dice.between(3, 60)), dice))
                .set("是否办证", permit ? dice.pick("是", "已申领") : dice.pick("否", "未申领"))
                .set("居住证有效期", permit ? Dirt.date(arrived.plusYears(1), dice) : "")
                .set("从业单位", dice.chance(0.7) ? "芜湖" + Trade.brand(dice) + "有限公司" : "无")
                .set("来源", dice.pick("民警采集", "网格员采集", "自主申报"))
                .set("有效性", dice.pick("0", "1"))
                .set("审批", dice.pick("已审批", "待审批"))
                .set("注销标志", left ? "已注销" : "未注销")
                .set("注销日期", left ? Dirt.date(arrived.plusDays(dice.between(30, 400)), dice) : "");
    }

    @Override
    Consequence inject(SourceRow row, InjectedError error) {
        return switch (error) {
            case WRONG_CHECK_DIGIT -> row.spoilt("证件号码", Dirt.wrongCheck(row.get("证件号码")), "citizen-id");
            case IMPOSSIBLE_DATE -> row.spoilt("拟住至", "2021年2月30日", "type");
            case UNKNOWN_DIVISION -> row.spoilt("暂住地区划", "349999", "division");
            case MISSING_MANDATORY -> row.spoilt("居住事由", "", "required");
            case GLUED_PHONES -> row.spoilt("手机", "0553-383210013855312345", "mobile");
            case UNKNOWN_CODE -> row.spoilt("居住事由", "隐居", "code-list");
            case TEXT_TOO_LONG -> row.spoilt("姓名", row.get("姓名").strip().repeat(30), "length");
            case SWAPPED_COLUMNS -> row.swapped("姓名", "证件号码", "citizen-id");
            case SEX_DISAGREES -> row.spoilt("性别", otherSex(row.get("性别")), "sex-of");
            case BIRTH_DISAGREES ->
                row.spoilt("出生日期", ResidentPopulationSamples.dayBefore(row.get("证件号码")), "birth-date-of");
            case ADDRESS_ELSEWHERE -> row.doubtful("暂住详址", "安徽省合肥市蜀山区长江西路1号", "address-in");
            case DATES_OUT_OF_ORDER -> row.spoilt("拟住至", "2017-12-31", "planned-after-arrival");
            case STATUS_DISAGREES -> row.set("注销标志", "未注销").spoilt("注销日期", "2026-10-01", "empty-unless");
            case WRONG_FORM -> row.spoilt("有效性", "有效", "one-of");
            case RULE_BROKEN -> row.set("是否办证", "否").doubtful("居住证有效期", "2026-12-31", "permit-of-applicant");
            case FULL_WIDTH -> row.widened("证件号码", "手机");
            case DUPLICATE_KEY -> Consequence.NONE;
            default -> throw error.impossible();
        };
    }

    private static String otherSex(String sex) {
        return sex.equals("男") || sex.equals("1") ? "女" : "男";
    }
}
