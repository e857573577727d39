package org.exchangehub.schemas.mapping;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.schemas.forms.DatePattern;
import org.jspecify.annotations.Nullable;

/** Steps on days and times. */
final class DateSteps {

    private DateSteps() {}

    static Transform date(Argument argument) {
        List<DatePattern> patterns = patterns(argument);
        return Transform.ofText(text -> {
            LocalDateTime time = first(patterns, text);
            return time == null ? text : time.toLocalDate().toString();
        });
    }

    static Transform timestamp(Argument argument) {
        argument.only("patterns", "zone");
        List<DatePattern> patterns = patterns(argument.at("patterns"));
        ZoneId zone = zone(argument.at("zone"));
        return Transform.ofText(text -> {
            for (DatePattern pattern : patterns) {
                LocalDateTime time = pattern.parse(text);
                if (time != null) {
                    ZoneOffset offset = pattern.offsetOf(text);
                    return time.atZone(offset == null ? zone : offset)
                            .toInstant()
                            .toString();
                }
            }
            return text;
        });
    }

    private static ZoneId zone(Argument argument) {
        try {
            return ZoneId.of(argument.node().asText());
        } catch (DateTimeException e) {
            argument.refuse("a time zone such as Asia/Shanghai");
            return ZoneId.of("UTC");
        }
    }

    private static List<DatePattern> patterns(Argument argument) {
        List<DatePattern> patterns = new ArrayList<>();
        for (String pattern : argument.texts("date patterns such as yyyy-MM-dd")) {
            try {
                patterns.add(DatePattern.compile(pattern));
            } catch (IllegalArgumentException e) {
                argument.refusals().add(argument.path(), String.valueOf(e.getMessage()), pattern);
            }
        }
        return patterns;
    }

    private static @Nullable LocalDateTime first(List<DatePattern> patterns, String text) {
        for (DatePattern pattern : patterns) {
            LocalDateTime time = pattern.parse(text);
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
