package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.List;
import org.exchangehub.schemas.identifiers.LicenceId;

/** Generated licences as an administrative approval department keeps them; holders are the legal persons of the same seed. */
public final class LicenceSamples extends Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "licence";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private static final List<String> COLUMNS = List.of(
            "dzzzbs", "zzmc", "zzlxmc", "zzlxdm", "zzhm", "czztmc", "czztlx", "czztdm", "fzjgmc", "fzjgdm", "fzrq",
            "yxqqsrq", "yxqjzrq", "zzzt", "xzqhdm", "jycs", "fzr", "lxdh", "gxsj");
    private static final List<Kind> KINDS = List.of(
            new Kind("食品经营许可证", "11100000000013338W011", "JY1340202"),
            new Kind("公共场所卫生许可证", "11100000000013338W012", "芜卫公证字"),
            new Kind("道路运输经营许可证", "11100000000013338W013", "皖交运管许可芜字"),
            new Kind("特种行业许可证", "11100000000013338W014", "芜公特"));
    private static final String ISSUER = Identities.socialCreditCode("11", "340200", "003039000");

    /** A kind of licence: title, type code, and how its numbers begin. */
    private record Kind(String title, String code, String prefix) {}

    private final long holders;

    private LicenceSamples(long seed, long count, long holders, ErrorProfile errors) {
        super(seed, count, errors, InjectedError.ofAny());
        if (holders < 1) {
            throw new IllegalArgumentException("holders must be at least 1, found " + holders);
        }
        this.holders = holders;
    }

    /** Licences of about as many legal persons as there are licences. */
    public static LicenceSamples of(long seed, long count, ErrorProfile errors) {
        return new LicenceSamples(seed, count, Math.max(1, count), errors);
    }

    /** Licences held by the first {@code holders} legal persons of {@link LegalPersonSamples} of the same seed. */
    public static LicenceSamples of(long seed, long count, long holders, ErrorProfile errors) {
        return new LicenceSamples(seed, count, holders, errors);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return SampleMappings.read("licence-approval.json");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String table() {
        return "dzzzxx";
    }

    @Override
    void fill(SourceRow row, long number, long keyNumber, Dice dice) {
        Kind kind = new Dice(seed(), keyNumber).pick(KINDS);
        String serial = Identities.serial(seed(), keyNumber);
        LegalPersonSamples.Identity holder =
                LegalPersonSamples.Identity.of(seed(), 1 + (number * 7 + dice.below(7)) % holders);
        row.set("dzzzbs", LicenceId.of(kind.code(), ISSUER, serial, "001"))
                .set("zzmc", kind.title())
                .set("zzlxmc", kind.title())
                .set("zzlxdm", kind.code())
                .set("zzhm", kind.prefix() + "(" + dice.between(2015, 2025) + ")第" + serial.substring(7) + "号")
                .set("czztmc", holder.name())
                .set("czztlx", "法人及其他组织")
                .set("czztdm", holder.code())
                .set("fzjgmc", "芜湖市行政审批局")
                .set("fzjgdm", ISSUER)
                .set("zzzt", dice.pick("有效", "有效", "有效", "有效", "注销", "失效"))
                .set("xzqhdm", holder.place().division())
                .set("jycs", Places.address(holder.place(), dice))
                .set("fzr", People.name(dice))
                .set("lxdh", People.phone(dice))
                .set("gxsj", Dirt.changeTime(number));
        fillDates(row, dice);
    }

    private static void fillDates(SourceRow row, Dice dice) {
        LocalDate issued = LocalDate.of(2015, 1, 1).plusDays(dice.below(4_000));
        row.set("fzrq", Dirt.date(issued, dice))
                .set("yxqqsrq", Dirt.date(issued, dice))
                .set(
                        "yxqjzrq",
                        dice.chance(0.2)
                                ? "长期"
                                : Dirt.date(LocalDate.of(2040, 1, 1).plusDays(dice.below(3_000)), dice));
    }

    @Override
    Consequence inject(SourceRow row, InjectedError error) {
        return switch (error) {
            case WRONG_CHECK_DIGIT -> row.spoilt("dzzzbs", Dirt.wrongCheck(row.get("dzzzbs")), "licence-id");
            case IMPOSSIBLE_DATE -> row.spoilt("fzrq", "2021年2月30日", "type");
            case UNKNOWN_DIVISION -> row.spoilt("xzqhdm", "349999", "division");
            case MISSING_MANDATORY -> row.spoilt("zzmc", "", "required");
            case GLUED_PHONES -> row.spoilt("lxdh", "1385531234505533832100", "phone");
            case UNKNOWN_CODE -> row.spoilt("zzzt", "遗失补办", "code-list");
            case TEXT_TOO_LONG -> row.spoilt("czztmc", row.get("czztmc").repeat(20), "length");
            case DATES_OUT_OF_ORDER ->
                row.set("zzzt", "失效").spoilt("yxqjzrq", "2014-12-31", "validity-order", "issue-before-expiry");
            case SWAPPED_COLUMNS -> row.swapped("czztmc", "czztdm", "uscc");
            case FULL_WIDTH -> row.widened("czztdm", "lxdh");
            case DUPLICATE_KEY -> Consequence.NONE;
            default -> throw error.impossible();
        };
    }
}
