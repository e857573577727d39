package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Generated residents as a public security department exports them: headings in capitals, words in the place of codes. */
public final class ResidentPopulationSamples extends Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "resident-population";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private static final List<String> COLUMNS = List.of(
            "GMSFHM", "XM", "CYM", "XB", "MZ", "CSRQ", "CSD", "JG", "HYZK", "WHCD", "ZZMM", "BYZK", "ZJXY", "XX", "SG",
            "GJ", "ZY", "FWCS", "YHZGX", "HH", "HJXZQH", "HJDZ", "XZXZQH", "XZDZ", "JDXZ", "JWH", "JLX", "MLPH", "DZBM",
            "ZB", "FQXM", "FQZJ", "MQXM", "MQZJ", "POXM", "POZJ", "JHRXM", "JHRZJ", "LXDH", "ZXBS", "ZXRQ", "ZXYY",
            "GXSJ");
    private static final Set<InjectedError> POSSIBLE = EnumSet.complementOf(EnumSet.of(InjectedError.WRONG_FORM));

    private ResidentPopulationSamples(long seed, long count, ErrorProfile errors) {
        super(seed, count, errors, POSSIBLE);
    }

    public static ResidentPopulationSamples of(long seed, long count, ErrorProfile errors) {
        return new ResidentPopulationSamples(seed, count, errors);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return SampleMappings.read("resident-population-police.json");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String table() {
        return "czrkxx";
    }

    @Override
    public String incrementalColumn() {
        return "GXSJ";
    }

    @Override
    void fill(SourceRow row, long number, long keyNumber, Dice dice) {
        Household household = Household.of(seed(), (keyNumber - 1) / Household.SIZE + 1);
        switch ((int) ((keyNumber - 1) % Household.SIZE)) {
            case 0 -> {
                fillPerson(row, household.head(), "户主", dice);
                fillSpouse(row, household.spouse(), dice);
            }
            case 1 -> {
                fillPerson(row, household.spouse(), "妻", dice);
                fillSpouse(row, household.head(), dice);
            }
            default -> {
                fillPerson(row, household.child(), household.child().male() ? "子" : "女", dice);
                fillParents(row, household, dice);
            }
        }
        fillHome(row, household.dwelling(), dice);
        fillCancellation(row, dice);
        row.set("HH", household.dwelling().serial()).set("GXSJ", Dirt.changeTime(number));
    }

    private static void fillPerson(SourceRow row, Household.Person person, String relation, Dice dice) {
        boolean adult = person.birth().getYear() < 1998;
        String minority = dice.pick("回", "回族", "满族", "土家族", "苗族");
        row.set("GMSFHM", person.id())
                .set("XM", Dirt.padded(person.name(), dice))
                .set("CYM", adult && dice.chance(0.05) ? People.name(dice) : "无")
                .set("XB", person.male() ? dice.pick("男", "男性", "1") : dice.pick("女", "女性", "2"))
                .set("MZ", dice.chance(0.95) ? dice.pick("汉", "汉族", "01") : minority)
                .set("CSRQ", Dirt.date(person.birth(), dice))
                .set("CSD", dice.pick("340202", "340207", "340223", "340100"))
                .set("JG", dice.pick("340202", "340223", "340281", "320100"))
                .set("BYZK", adult && person.male() && dice.chance(0.1) ? "退伍军人" : "未服兵役")
                .set("ZJXY", dice.chance(0.02) ? dice.pick("佛教", "伊斯兰教") : "无")
                .set("XX", dice.pick("A", "B", "O", "AB", "不明"))
                .set("SG", dice.pick("1." + dice.between(55, 89) + "m", dice.between(150, 189) + "cm", "170"))
                .set("GJ", "中国")
                .set("YHZGX", relation)
                .set("LXDH", dice.chance(0.9) ? People.mobile(dice) : "");
        fillStanding(row, adult, dice);
    }

    private static void fillStanding(SourceRow row, boolean adult, Dice dice) {
        row.set("HYZK", adult ? dice.pick("已婚", "初婚", "再婚") : "未婚")
                .set("WHCD", adult ? dice.pick("大学本科", "大学专科", "高中", "初中", "小学", "研究生") : dice.pick("小学", "初中", ""))
                .set("ZZMM", adult ? dice.pick("群众", "群众", "党员", "民盟盟员") : dice.pick("群众", "共青团员"))
                .set("ZY", adult ? dice.pick("教师", "工人", "农民", "职员", "个体经营", "退休") : "学生")
                .set("FWCS", adult ? "芜湖" + Trade.brand(dice) + "有限公司" : dice.pick("芜湖市第一中学", "芜湖市实验小学", "无"));
    }

    private static void fillSpouse(SourceRow row, Household.Person spouse, Dice dice) {
        row.set("POXM", spouse.name()).set("POZJ", dice.chance(0.2) ? spouse.oldId() : spouse.id());
    }

    private static void fillParents(SourceRow row, Household household, Dice dice) {
        Household.Person father = household.head();
        Household.Person mother = household.spouse();
        row.set("FQXM", father.name())
                .set("FQZJ", dice.chance(0.2) ? father.oldId() : father.id())
                .set("MQXM", mother.name())
                .set("MQZJ", mother.id())
                .set("JHRXM", father.name())
                .set("JHRZJ", father.id());
    }

    private static void fillHome(SourceRow row, Dwelling home, Dice dice) {
        row.set("HJXZQH", home.division())
                .set("HJDZ", home.address())
                .set("XZXZQH", home.division())
                .set("XZDZ", dice.chance(0.8) ? home.address() : "无")
                .set("JDXZ", home.street().name())
                .set("JWH", home.community().name())
                .set("JLX", home.road())
                .set("MLPH", home.door() + "号" + home.buildingName() + home.unitName() + home.roomName())
                .set("DZBM", home.addressCode())
                .set("ZB", "118." + dice.between(10_000, 59_999) + ",31." + dice.between(10_000, 49_999));
    }

    private static void fillCancellation(SourceRow row, Dice dice) {
        boolean gone = dice.chance(0.03);
        row.set("ZXBS", gone ? "注销" : dice.pick("正常", "0"))
                .set("ZXRQ", gone ? Dirt.date(LocalDate.of(2020, 1, 1).plusDays(dice.below(2_000)), dice) : "")
                .set("ZXYY", gone ? dice.pick("死亡", "迁出", "出国定居") : "");
    }

    @Override
    Consequence inject(SourceRow row, InjectedError error) {
        return switch (error) {
            case WRONG_CHECK_DIGIT -> row.spoilt("GMSFHM", Dirt.wrongCheck(row.get("GMSFHM")), "citizen-id");
            case IMPOSSIBLE_DATE -> row.spoilt("CSRQ", "1990-02-30", "type");
            case UNKNOWN_DIVISION -> row.spoilt("HJXZQH", "349999", "division");
            case ABOLISHED_DIVISION -> row.doubtful("CSD", "340203", "division");
            case MISSING_MANDATORY -> row.spoilt("XM", " ", "required");
            case GLUED_PHONES -> row.spoilt("LXDH", "1385531234513955312345", "mobile");
            case UNKNOWN_CODE -> row.spoilt("HYZK", "同居", "code-list");
            case TEXT_TOO_LONG -> row.spoilt("XM", row.get("XM").strip().repeat(30), "length");
            case OUT_OF_RANGE -> row.spoilt("SG", "1750cm", "range");
            case SWAPPED_COLUMNS -> row.swapped("GMSFHM", "XM", "citizen-id");
            case SEX_DISAGREES -> row.spoilt("XB", otherSex(row.get("XB")), "sex-of");
            case BIRTH_DISAGREES -> row.spoilt("CSRQ", dayBefore(row.get("GMSFHM")), "birth-date-of");
            case ADDRESS_ELSEWHERE -> row.doubtful("HJDZ", "安徽省合肥市蜀山区长江西路1号", "address-in");
            case DATES_OUT_OF_ORDER -> row.set("ZXBS", "注销").spoilt("ZXRQ", "1900-01-01", "not-before");
            case STATUS_DISAGREES -> row.set("ZXBS", "注销").spoilt("ZXRQ", "", "required-if");
            case RULE_BROKEN -> row.spoilt("FQZJ", row.get("GMSFHM"), "not-own-father");
            case FULL_WIDTH -> row.widened("GMSFHM", "LXDH");
            case DUPLICATE_KEY -> Consequence.NONE;
            default -> throw error.impossible();
        };
    }

    private static String otherSex(String sex) {
        return sex.startsWith("男") || sex.equals("1") ? "女" : "男";
    }

    /** The day before the one within the number. */
    static String dayBefore(String id) {
        LocalDate birth = LocalDate.of(
                Integer.parseInt(id, 6, 10, 10), Integer.parseInt(id, 10, 12, 10), Integer.parseInt(id, 12, 14, 10));
        return birth.minusDays(1).toString();
    }
}
