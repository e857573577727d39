package org.exchangehub.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the log, as a caller writes it; every part narrows.
 *
 * @param from from this RFC 3339 instant or ISO day on
 * @param to before this instant, or to the end of this day
 * @param kind name of an {@link Auditable}
 * @param outcome name of an {@link Outcome}
 * @param dataset resource code
 * @param department code of the department acted for
 * @param subject who did it, as the identity provider knows them
 * @param client the client they used
 * @param grant id of the grant
 * @param purpose words, each of which occurs in the stated purpose
 * @param traceId 32 hexadecimal digits
 * @param q words, each of which occurs in purpose, filter, fields, details, kind or dataset
 */
public record LogFilter(
        @Nullable String from,
        @Nullable String to,
        @Nullable String kind,
        @Nullable String outcome,
        @Nullable String dataset,
        @Nullable String department,
        @Nullable String subject,
        @Nullable String client,
        @Nullable String grant,
        @Nullable String purpose,
        @Nullable String traceId,
        @Nullable String q) {

    private static final int LONGEST = 200;

    /** What is given and not blank, by name: an auditor's search is itself an entry and says what was looked for. */
    public Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        put(given, "from", from);
        put(given, "to", to);
        put(given, "kind", kind);
        put(given, "outcome", outcome);
        put(given, "dataset", dataset);
        put(given, "department", department);
        put(given, "subject", subject);
        put(given, "client", client);
        put(given, "grant", grant);
        put(given, "purpose", purpose);
        put(given, "traceId", traceId);
        put(given, "q", q);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, value.strip());
        }
    }

    /**
     * The same, understood.
     *
     * @param zone where days begin and end
     * @throws org.exchangehub.core.problem.HubProblem {@code REQUEST_INVALID} with everything that is wrong
     */
    LogCriteria understood(ZoneId zone) {
        Map<String, String> rest = given();
        Violations wrong = new Violations();
        rest.forEach((name, value) -> wrong.text(name, value, LONGEST));
        Instant begin = instant("from", rest.remove("from"), 0, zone, wrong);
        Instant end = instant("to", rest.remove("to"), 1, zone, wrong);
        if (begin != null && end != null && !begin.isBefore(end)) {
            wrong.add("to", "a time after from", to);
        }
        oneOf("kind", rest.get("kind"), Auditable.values(), wrong);
        oneOf("outcome", rest.get("outcome"), Outcome.values(), wrong);
        form("grant", rest, LogFilter::isUuid, "a UUID", wrong);
        form("traceId", rest, id -> id.matches("[0-9a-f]{32}"), "32 hexadecimal digits", wrong);
        wrong.refuse("The log cannot be searched so.");
        String purposeWords = rest.remove("purpose");
        String words = rest.remove("q");
        return new LogCriteria(begin, end, rest, LogCriteria.words(purposeWords), LogCriteria.words(words));
    }

    private static @Nullable Instant instant(
            String name, @Nullable String text, int daysAfter, ZoneId zone, Violations wrong) {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(daysAfter)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException malformed) {
            wrong.add(name, "an RFC 3339 instant or an ISO date: 2026-11-23T08:00:00Z or 2026-11-23", text);
            return null;
        }
    }

    private static void oneOf(String name, @Nullable String value, Enum<?>[] known, Violations wrong) {
        if (value != null && Arrays.stream(known).noneMatch(each -> each.name().equals(value))) {
            String names = Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", "));
            wrong.add(name, "one of " + names, value);
        }
    }

    /** Trace ids and UUIDs are looked up in lower case, as they are logged. */
    private static void form(
            String name, Map<String, String> given, Predicate<String> right, String expected, Violations wrong) {
        String value = given.computeIfPresent(name, (n, text) -> text.toLowerCase(Locale.ROOT));
        if (value != null && !right.test(value)) {
            wrong.add(name, expected, value);
        }
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
