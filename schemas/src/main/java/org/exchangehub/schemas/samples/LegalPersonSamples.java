package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.List;

/** Generated legal persons as a market supervision department keeps them. */
public final class LegalPersonSamples extends Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "legal-person";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private static final List<String> COLUMNS = List.of(
            "tyshxydm",
            "zzjgdm",
            "jgmc",
            "zcdz",
            "zcdzxzqhdm",
            "jyfw",
            "zczj",
            "fddbrxm",
            "fddbrzjlx",
            "fddbrzjhm",
            "clrq",
            "djywlx",
            "hzrq",
            "zhgxrq",
            "zt",
            "scjydz",
            "scjydzxzqhdm",
            "hbzl",
            "zch",
            "jjhydm",
            "jjlxdm",
            "djglbmmc",
            "djglbmdm",
            "lxdh",
            "zgrs",
            "lxr",
            "yxqz",
            "yxqzhi",
            "gdmc",
            "sfgk",
            "gxsj");
    private static final String ENTERPRISE = "91";

    private LegalPersonSamples(long seed, long count, ErrorProfile errors) {
        super(seed, count, errors, InjectedError.ofAny());
    }

    public static LegalPersonSamples of(long seed, long count, ErrorProfile errors) {
        return new LegalPersonSamples(seed, count, errors);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return SampleMappings.read("legal-person-market.json");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String table() {
        return "frjcxx";
    }

    /** Who the legal person of a row is; licences name it as their holder. */
    record Identity(String code, String organisationCode, String name, Trade trade, Places.Place place) {

        static Identity of(long seed, long number) {
            Dice dice = new Dice(~seed, number);
            Places.Place place = Places.any(dice);
            Trade trade = Trade.any(dice);
            String organisation = Identities.organisationCode(seed, number);
            String code = Identities.socialCreditCode(ENTERPRISE, place.division(), organisation);
            return new Identity(code, organisation, "芜湖" + Trade.brand(dice) + trade.word() + "有限公司", trade, place);
        }
    }

    @Override
    void fill(SourceRow row, long number, long keyNumber, Dice dice) {
        Identity identity = Identity.of(seed(), keyNumber);
        String address = Places.address(identity.place(), dice);
        row.set("tyshxydm", identity.code())
                .set("zzjgdm", identity.organisationCode())
                .set("jgmc", " " + identity.name())
                .set("zcdz", address)
                .set("zcdzxzqhdm", identity.place().division())
                .set("zch", Identities.registrationNumber(identity.place().division(), keyNumber))
                .set("djglbmmc", "芜湖市市场监督管理局")
                .set("djglbmdm", "9")
                .set("gxsj", Dirt.changeTime(number));
        fillBusiness(row, address, identity, dice);
        fillPeople(row, dice);
        fillDates(row, dice);
    }

    private static void fillBusiness(SourceRow row, String address, Identity identity, Dice dice) {
        Trade trade = identity.trade();
        Places.Place place = identity.place();
        boolean elsewhere = dice.chance(0.2);
        row.set("jyfw", trade.scope())
                .set("jjhydm", trade.industry())
                .set("jjlxdm", dice.pick("159", "171", "173"))
                .set("zczj", Dirt.capital(dice))
                .set("hbzl", "人民币")
                .set("zt", dice.pick("存续", "存续", "存续", "存续", "存续", "在业", "注销", "吊销，未注销"))
                .set("djywlx", dice.pick("设立登记", "变更登记"))
                .set("scjydz", elsewhere ? Places.address(place, dice) : address)
                .set("scjydzxzqhdm", place.division())
                .set("zgrs", dice.between(1, 800) + (dice.chance(0.3) ? "人" : ""))
                .set("sfgk", dice.pick("是", "是", "否"));
    }

    private static void fillPeople(SourceRow row, Dice dice) {
        boolean foreign = dice.chance(0.03);
        String id = Identities.citizenId(dice);
        boolean old = dice.chance(0.05) && id.startsWith("19", 6);
        row.set("fddbrxm", People.name(dice))
                .set("fddbrzjlx", foreign ? "普通护照" : "居民身份证")
                .set(
                        "fddbrzjhm",
                        foreign ? "E" + People.digits(dice, 8) : old ? id.substring(0, 6) + id.substring(8, 17) : id)
                .set("lxr", dice.chance(0.9) ? People.name(dice) : "无")
                .set("lxdh", People.phone(dice))
                .set("gdmc", People.name(dice) + "、" + People.name(dice));
    }

    private static void fillDates(SourceRow row, Dice dice) {
        LocalDate established = LocalDate.of(1998, 1, 1).plusDays(dice.below(8_000));
        LocalDate approved = established.plusDays(dice.below(2_000));
        row.set("clrq", Dirt.date(established, dice))
                .set("hzrq", Dirt.date(approved, dice))
                .set("zhgxrq", approved.plusDays(dice.below(100)).toString())
                .set("yxqz", Dirt.date(established, dice))
                .set("yxqzhi", dice.chance(0.5) ? "长期" : Dirt.date(established.plusYears(30), dice));
    }

    @Override
    Consequence inject(SourceRow row, InjectedError error) {
        return switch (error) {
            case WRONG_CHECK_DIGIT -> row.spoilt("tyshxydm", Dirt.wrongCheck(row.get("tyshxydm")), "uscc");
            case IMPOSSIBLE_DATE -> row.spoilt("clrq", "2021-02-30", "type");
            case UNKNOWN_DIVISION -> row.spoilt("zcdzxzqhdm", "349999", "division");
            case MISSING_MANDATORY -> row.spoilt("jgmc", "", "required");
            case GLUED_PHONES -> row.spoilt("lxdh", "0553-383210013855312345", "phone");
            case UNKNOWN_CODE -> row.spoilt("zt", "歇业待查", "code-list");
            case TEXT_TOO_LONG -> row.spoilt("jgmc", row.get("jgmc").strip().repeat(20), "length");
            case DATES_OUT_OF_ORDER -> row.spoilt("hzrq", "1997-12-31", "approval-after-establishment");
            case SWAPPED_COLUMNS -> row.swapped("tyshxydm", "zch", "uscc", "registration-number");
            case FULL_WIDTH -> row.widened("tyshxydm", "lxdh");
            case DUPLICATE_KEY -> Consequence.NONE;
            default -> throw error.impossible();
        };
    }
}
