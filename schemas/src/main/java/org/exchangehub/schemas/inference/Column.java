package org.exchangehub.schemas.inference;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.exchangehub.schemas.forms.Amounts;
import org.exchangehub.schemas.forms.DatePattern;
import org.exchangehub.schemas.forms.DayForms;
import org.exchangehub.schemas.identifiers.Characters;
import org.jspecify.annotations.Nullable;

/** What the values of one column are like. */
final class Column {

    /** Values looked at closely. */
    private static final int LOOKED_AT = 200;

    /** In fewer rows values differ by chance. */
    private static final int FEW_ROWS = 10;

    private static final Set<String> NOTHING = Set.of(
            "无", "-", "--", "—", "/", "null", "(null)", "(blank)", "n/a", "na", "none", "空", "未知", "不详", "暂无", "nil",
            "\\n");
    private static final Set<String> BOOLEANS =
            Set.of("true", "false", "是", "否", "y", "n", "yes", "no", "1", "0", "有", "无");

    private final String header;
    private final List<String> from;
    private final String with;
    private final int rows;
    private final List<String> values;
    private final Set<String> nothing = new LinkedHashSet<>();
    private final List<String> distinct;
    private final int filled;
    private @Nullable List<DatePattern> days;

    Column(String header, int rows, List<String> all) {
        this(header, rows, all, List.of(header), "");
    }

    /**
     * A column made of several.
     *
     * @param header what they say together
     * @param from their headers, in the order in which they are joined
     * @param with what is put between them
     */
    Column(String header, int rows, List<String> all, List<String> from, String with) {
        this.header = header;
        this.from = from;
        this.with = with;
        this.rows = rows;
        List<String> said = new ArrayList<>();
        for (String value : all) {
            if (NOTHING.contains(value.toLowerCase(Locale.ROOT))) {
                nothing.add(value);
            } else {
                said.add(value);
            }
        }
        this.filled = said.size();
        this.values = said;
        this.distinct = said.stream().distinct().limit(LOOKED_AT).toList();
    }

    String header() {
        return header;
    }

    /** The headers of the source it comes from. */
    List<String> from() {
        return from;
    }

    /** What is put between the values of several columns. */
    String with() {
        return with;
    }

    /** Whether it looks like what tells the rows of its table apart: a number or code of its own for each. */
    boolean identifier() {
        return rows >= FEW_ROWS
                && unique()
                && share(value -> value.length() <= 40
                                && value.chars().noneMatch(Character::isWhitespace)
                                && value.chars().anyMatch(Character::isDigit))
                        > 0.9
                && days().isEmpty();
    }

    /** Values that say something. */
    List<String> values() {
        return values;
    }

    /** The first different values. */
    List<String> distinct() {
        return distinct;
    }

    /** Texts that stand for no value. */
    Set<String> nothing() {
        return nothing;
    }

    boolean empty() {
        return values.isEmpty();
    }

    boolean everyRow() {
        return filled == rows;
    }

    boolean unique() {
        return filled == rows && new LinkedHashSet<>(values).size() == rows;
    }

    /** The share of rows with a value, 0 to 1. */
    double filled() {
        return rows == 0 ? 0 : (double) filled / rows;
    }

    int longest() {
        return values.stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(0);
    }

    /** The share of different values that are so, 0 to 1. */
    double share(Predicate<String> so) {
        return distinct.isEmpty() ? 0 : (double) distinct.stream().filter(so).count() / distinct.size();
    }

    double numbers() {
        return share(value -> Amounts.read(value, Amounts.units()) != null);
    }

    boolean whole() {
        return share(value -> value.length() <= 18
                        && Characters.areDigits(value, value.startsWith("-") ? 1 : 0, value.length()))
                == 1;
    }

    double booleans() {
        return distinct.size() > 2 ? 0 : share(value -> BOOLEANS.contains(value.toLowerCase(Locale.ROOT)));
    }

    /** The forms of days that its values have, the commonest first; none when fewer than seven in ten have one. */
    List<DatePattern> days() {
        List<DatePattern> known = days;
        if (known == null) {
            known = formsOfDays();
            days = known;
        }
        return known;
    }

    private List<DatePattern> formsOfDays() {
        List<String> rest = new ArrayList<>(distinct);
        List<DatePattern> forms = new ArrayList<>();
        while (!rest.isEmpty()) {
            DatePattern best = null;
            long most = 0;
            for (DatePattern form : DayForms.all()) {
                long fits = rest.stream()
                        .filter(value -> plausible(form.parse(value)))
                        .count();
                if (fits > most) {
                    most = fits;
                    best = form;
                }
            }
            if (best == null || most < Math.max(1, distinct.size() / 50)) {
                break;
            }
            DatePattern form = best;
            forms.add(form);
            rest.removeIf(value -> form.parse(value) != null);
        }
        return rest.size() > distinct.size() * 0.3 ? List.of() : forms;
    }

    private static boolean plausible(@Nullable LocalDateTime time) {
        return time != null && time.getYear() >= 1800 && time.getYear() <= 2150;
    }
}
