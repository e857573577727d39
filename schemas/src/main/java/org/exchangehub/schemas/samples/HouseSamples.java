package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Generated houses as a housing department's workbook has them: Chinese headings, days as serial numbers. */
public final class HouseSamples extends Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "house";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private static final List<String> COLUMNS = List.of(
            "房屋ID", "房屋编号", "区县代码", "小区地址编码", "地址编码", "房间号", "房屋坐落", "房屋类别", "产权性质", "使用用途", "房屋类型", "户型", "间数",
            "建筑面积(㎡)", "产权证号", "不动产单元号", "房主姓名", "房主身份证号", "房主电话", "是否出租", "经度", "纬度", "状态", "注销日期", "更新时间");
    private static final Set<InjectedError> POSSIBLE = EnumSet.complementOf(
            EnumSet.of(InjectedError.SEX_DISAGREES, InjectedError.BIRTH_DISAGREES, InjectedError.DATES_OUT_OF_ORDER));

    private HouseSamples(long seed, long count, ErrorProfile errors) {
        super(seed, count, errors, POSSIBLE);
    }

    public static HouseSamples of(long seed, long count, ErrorProfile errors) {
        return new HouseSamples(seed, count, errors);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return SampleMappings.read("house-housing.json");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String table() {
        return "实有房屋";
    }

    @Override
    public String incrementalColumn() {
        return "更新时间";
    }

    @Override
    void fill(SourceRow row, long number, long keyNumber, Dice dice) {
        Household household = Household.of(seed(), keyNumber);
        Dwelling home = household.dwelling();
        row.set("房屋ID", home.houseId())
                .set("房屋编号", "芜房" + home.serial().substring(7))
                .set("区县代码", home.division())
                .set("小区地址编码", home.division() + "XQ" + home.serial())
                .set("地址编码", home.addressCode())
                .set("房间号", Integer.toString(home.room()))
                .set("房屋坐落", Dirt.padded(home.address(), dice))
                .set("不动产单元号", dice.chance(0.8) ? home.realEstateUnit() : "")
                .set("经度", "118." + dice.between(10_000_000, 59_999_999))
                .set("纬度", "31." + dice.between(10_000_000, 49_999_999))
                .set("更新时间", Dirt.changeTime(number));
        fillHouse(row, dice);
        fillOwner(row, household.head(), dice);
        fillCancellation(row, dice);
    }

    private static void fillHouse(SourceRow row, Dice dice) {
        int rooms = dice.between(1, 5);
        String area = dice.between(38, 220) + "." + dice.between(10, 99);
        row.set("房屋类别", dice.pick("单元楼", "单元楼", "单元楼", "别墅", "自建小楼"))
                .set("产权性质", dice.pick("私有", "私有", "私产", "公有"))
                .set("使用用途", dice.pick("住宅", "住宅", "居住", "商住两用", "商用"))
                .set("房屋类型", dice.pick("商品房", "安置房", "房改房"))
                .set("户型", rooms + "室" + dice.between(1, 2) + "厅1厨" + dice.between(1, 2) + "卫")
                .set("间数", rooms + dice.pick("", "间"))
                .set("建筑面积(㎡)", area + dice.pick("", "㎡", "平方米"))
                .set("产权证号", "芜房权证字第" + People.digits(dice, 8) + "号");
    }

    private static void fillOwner(SourceRow row, Household.Person owner, Dice dice) {
        row.set("房主姓名", owner.name())
                .set("房主身份证号", dice.chance(0.1) ? owner.oldId() : owner.id())
                .set("房主电话", People.phone(dice))
                .set("是否出租", dice.pick("是", "否", "否"));
    }

    private static void fillCancellation(SourceRow row, Dice dice) {
        boolean gone = dice.chance(0.02);
        row.set("状态", gone ? "已注销" : "正常")
                .set("注销日期", gone ? Dirt.serial(LocalDate.of(2019, 1, 1).plusDays(dice.below(2_500))) : "");
    }

    @Override
    Consequence inject(SourceRow row, InjectedError error) {
        return switch (error) {
            case WRONG_CHECK_DIGIT -> row.spoilt("房主身份证号", ownersSpoilt(row), "citizen-id");
            case IMPOSSIBLE_DATE -> row.set("状态", "已注销").spoilt("注销日期", "2021/2/30", "type");
            case UNKNOWN_DIVISION -> row.spoilt("区县代码", "349999", "division");
            case ABOLISHED_DIVISION -> row.set("房屋坐落", "中山路1号").doubtful("区县代码", "340203", "division");
            case MISSING_MANDATORY -> row.spoilt("房屋坐落", "", "required");
            case GLUED_PHONES -> row.spoilt("房主电话", "1385531234505533832100", "phone");
            case UNKNOWN_CODE -> row.spoilt("使用用途", "寺庙", "code-list");
            case TEXT_TOO_LONG -> row.spoilt("房屋坐落", row.get("房屋坐落").strip().repeat(10), "length");
            case OUT_OF_RANGE -> row.swapped("经度", "纬度", "range", "range");
            case SWAPPED_COLUMNS -> row.swapped("房主姓名", "房主身份证号", "citizen-id");
            case ADDRESS_ELSEWHERE -> row.doubtful("房屋坐落", "安徽省合肥市蜀山区长江西路1号", "address-in");
            case STATUS_DISAGREES -> row.set("状态", "正常").spoilt("注销日期", "45000", "empty-unless");
            case WRONG_FORM -> row.spoilt("不动产单元号", "340202001001GB00001K00010001", "real-estate-unit");
            case RULE_BROKEN -> row.set("是否出租", "是").doubtful("房主电话", "", "owner-of-rented");
            case FULL_WIDTH -> row.widened("房屋ID", "房主身份证号", "房主电话");
            case DUPLICATE_KEY -> Consequence.NONE;
            default -> throw error.impossible();
        };
    }

    /** The owner's number of 18 characters with a wrong last one. */
    private static String ownersSpoilt(SourceRow row) {
        String id = row.get("房主身份证号");
        return Dirt.wrongCheck(id.length() == 15 ? id.substring(0, 6) + "19" + id.substring(6) + "Y" : id);
    }
}
