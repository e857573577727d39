package org.exchangehub.schemas.forms;

import java.util.List;
import java.util.stream.Stream;

/** The forms of days met in tables of departments, in the order in which a form is told from samples. */
public final class DayForms {

    private static final List<DatePattern> UNAMBIGUOUS = Stream.of(
                    "yyyy-MM-dd",
                    "yyyy/M/d",
                    "yyyyMMdd",
                    "yyyy年M月d日",
                    "yyyy.M.d",
                    "yyyy-M-d",
                    "chinese",
                    "yyyy-MM-dd HH:mm:ss",
                    "yyyy-MM-dd HH:mm:ss.S",
                    "yyyy-MM-dd HH:mm",
                    "yyyy/M/d H:mm:ss",
                    "yyyy/M/d H:mm",
                    "yyyy-MM-dd'T'HH:mm:ss",
                    "yyyy-MM-dd'T'HH:mm:ss.S",
                    "yyyy-MM-dd'T'HH:mm:ssX",
                    "yyyy-MM-dd'T'HH:mm:ss.SX",
                    "yyyyMMddHHmmss")
            .map(DatePattern::compile)
            .toList();
    private static final List<DatePattern> FOREIGN = Stream.of(
                    "M/d/yyyy",
                    "d/M/yyyy",
                    "M/d/yy",
                    "d/M/yy",
                    "M/d/yy H:mm:ss",
                    "d/M/yy H:mm:ss",
                    "M/d/yyyy H:mm",
                    "M/d/yyyy H:mm:ss",
                    "d/M/yyyy H:mm",
                    "d/M/yyyy H:mm:ss",
                    "d.M.yyyy",
                    "d-M-yyyy")
            .map(DatePattern::compile)
            .toList();

    private DayForms() {}

    /** Forms with the year in front, then those of other countries, in which day and month may be told by many values only. */
    public static List<DatePattern> all() {
        return Stream.concat(UNAMBIGUOUS.stream(), FOREIGN.stream()).toList();
    }

    static boolean any(String text) {
        String bare = text.strip();
        return UNAMBIGUOUS.stream().anyMatch(form -> form.parse(bare) != null)
                || FOREIGN.stream().anyMatch(form -> form.parse(bare) != null);
    }
}
