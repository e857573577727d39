package org.exchangehub.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exchangehub.schemas.Json;

/**
 * Generated addresses as the interface of an address base answers: nested objects, whose columns are named by their paths
 * ({@code qh.dm}). Address n is where house n of the same seed is.
 */
public final class AddressSamples extends Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "standard-address";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private static final List<String> COLUMNS = List.of(
            "dzbm",
            "dzmc",
            "lx",
            "sjbm",
            "qh.dm",
            "qh.sheng",
            "qh.shi",
            "qh.xian",
            "jd.dm",
            "jd.mc",
            "sq.dm",
            "sq.mc",
            "sq.wg",
            "lu.mc",
            "lu.mph",
            "xq",
            "lf.zh",
            "lf.dyh",
            "lf.sh",
            "yb",
            "zb.jd",
            "zb.wd",
            "sm.cz",
            "sm.zy",
            "sm.qyrq",
            "sm.tyrq",
            "gxsj");
    private static final Set<InjectedError> POSSIBLE = EnumSet.complementOf(EnumSet.of(
            InjectedError.WRONG_CHECK_DIGIT,
            InjectedError.GLUED_PHONES,
            InjectedError.SEX_DISAGREES,
            InjectedError.BIRTH_DISAGREES));

    private AddressSamples(long seed, long count, ErrorProfile errors) {
        super(seed, count, errors, POSSIBLE);
    }

    public static AddressSamples of(long seed, long count, ErrorProfile errors) {
        return new AddressSamples(seed, count, errors);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return SampleMappings.read("standard-address-civil.json");
    }

    /** The row as the interface answers it: an object, nested by the dots of the columns; what is empty is left out. */
    public String toJson(SampleRow row) {
        ObjectNode object = Json.mapper().createObjectNode();
        byColumn(row).forEach((path, value) -> {
            if (!value.isEmpty()) {
                int dot = path.indexOf('.');
                ObjectNode inner = dot < 0 ? object : object.withObjectProperty(path.substring(0, dot));
                put(inner, path.substring(dot + 1), value, path.startsWith("zb."));
            }
        });
        return object.toString();
    }

    private static void put(ObjectNode object, String name, String value, boolean number) {
        if (number) {
            object.put(name, new BigDecimal(value));
        } else {
            object.put(name, value);
        }
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String table() {
        return "bzdz";
    }

    @Override
    void fill(SourceRow row, long number, long keyNumber, Dice dice) {
        Dwelling home = Dwelling.of(seed(), keyNumber);
        row.set("dzbm", home.addressCode())
                .set("dzmc", home.fullAddress())
                .set("lx", dice.pick("室", "62"))
                .set("sjbm", home.division() + "LF" + home.serial())
                .set("qh.dm", home.division())
                .set("qh.sheng", "安徽省")
                .set("qh.shi", "芜湖市")
                .set("qh.xian", home.street().county())
                .set("jd.dm", home.street().code())
                .set("jd.mc", Dirt.padded(home.street().name(), dice))
                .set("sq.dm", home.community().code())
                .set("sq.mc", home.community().name())
                .set("sq.wg", home.grid())
                .set("gxsj", Dirt.changeTime(number));
        fillHouse(row, home, dice);
        fillLife(row, dice);
    }

    private static void fillHouse(SourceRow row, Dwelling home, Dice dice) {
        row.set("lu.mc", home.road())
                .set("lu.mph", home.door() + "号")
                .set("xq", home.estate())
                .set("lf.zh", dice.chance(0.2) ? Dirt.fullWidth(home.buildingName()) : home.buildingName())
                .set("lf.dyh", home.unitName())
                .set("lf.sh", home.roomName())
                .set("yb", dice.pick("241000", "241001", "无"))
                .set("zb.jd", "118." + dice.between(10_000_000, 59_999_999))
                .set("zb.wd", "31." + dice.between(10_000_000, 49_999_999));
    }

    private static void fillLife(SourceRow row, Dice dice) {
        LocalDate enabled = LocalDate.of(2010, 1, 1).plusDays(dice.below(5_000));
        boolean disabled = dice.chance(0.05);
        row.set("sm.cz", "1")
                .set("sm.zy", disabled ? "0" : "1")
                .set("sm.qyrq", Dirt.date(enabled, dice))
                .set("sm.tyrq", disabled ? Dirt.date(enabled.plusDays(dice.between(10, 700)), dice) : "无");
    }

    @Override
    Consequence inject(SourceRow row, InjectedError error) {
        return switch (error) {
            case IMPOSSIBLE_DATE -> row.spoilt("sm.qyrq", "2021年2月30日", "type");
            case UNKNOWN_DIVISION -> row.spoilt("qh.dm", "349999", "division");
            case ABOLISHED_DIVISION -> abolished(row);
            case MISSING_MANDATORY -> row.spoilt("dzmc", "", "required");
            case UNKNOWN_CODE -> row.spoilt("lx", "99", "code-list");
            case TEXT_TOO_LONG -> row.spoilt("dzmc", row.get("dzmc").repeat(6), "length");
            case OUT_OF_RANGE -> row.spoilt("zb.jd", "0", "range");
            case SWAPPED_COLUMNS -> row.swapped("zb.jd", "zb.wd", "range", "range");
            case ADDRESS_ELSEWHERE -> row.doubtful("dzmc", elsewhere(row), "address-in");
            case DATES_OUT_OF_ORDER -> row.set("sm.zy", "0").spoilt("sm.tyrq", "2009-12-31", "not-before");
            case STATUS_DISAGREES -> row.set("sm.zy", "1").spoilt("sm.tyrq", "2026-10-01", "in-use-or-disabled");
            case WRONG_FORM -> row.spoilt("lf.zh", "3栋", "pattern");
            case RULE_BROKEN -> row.set("sm.zy", "1").set("sm.tyrq", "无").spoilt("sm.cz", "0", "in-use-exists");
            case FULL_WIDTH -> row.widened("dzbm", "qh.dm");
            case DUPLICATE_KEY -> Consequence.NONE;
            default -> throw error.impossible();
        };
    }

    private static String elsewhere(SourceRow row) {
        String own = row.get("qh.xian");
        return row.get("dzmc").replace("芜湖市" + own, "芜湖市" + (own.equals("镜湖区") ? "鸠江区" : "镜湖区"));
    }

    /** An address of a district that has since been merged into another. */
    private static Consequence abolished(SourceRow row) {
        row.set("dzmc", row.get("dzmc").replace("安徽省芜湖市" + row.get("qh.xian"), ""));
        return row.doubtful("qh.dm", "340203", "division");
    }
}
