package org.exchangehub.core.query;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query parameters of a reading; one it does not know is refused, for a misspelt filter would let everything
 * through.
 *
 * @param limit rows at most, 1 to 1 000, 100 unless said otherwise
 * @param asOf the moment at which the records are wanted; null for now
 * @param patience for how long changes are waited for where there are none yet
 */
record RecordParameters(
        List<String> fields,
        List<Filter> filters,
        int limit,
        @Nullable String cursor,
        @Nullable Instant asOf,
        Duration patience) {

    static final int MOST = 1_000;
    private static final int USUAL = 100;

    static RecordParameters ofOne(MultiValueMap<String, String> query) {
        requireKnown(query, Set.of("fields", "asOf"));
        return new RecordParameters(
                fields(query.getFirst("fields")), List.of(), 1, null, moment(query.getFirst("asOf")), Duration.ZERO);
    }

    static RecordParameters ofVersions(MultiValueMap<String, String> query) {
        requireKnown(query, Set.of("fields"));
        return new RecordParameters(fields(query.getFirst("fields")), List.of(), MOST, null, null, Duration.ZERO);
    }

    static RecordParameters ofChanges(MultiValueMap<String, String> query) {
        requireKnown(query, Set.of("fields", "limit", "cursor", "wait"));
        return new RecordParameters(
                fields(query.getFirst("fields")),
                List.of(),
                limit(query.getFirst("limit")),
                query.getFirst("cursor"),
                null,
                wait(query.getFirst("wait")));
    }

    static RecordParameters ofPage(MultiValueMap<String, String> query) {
        requireKnown(query, Set.of("fields", "filter", "limit", "cursor", "asOf"));
        List<String> filters = query.get("filter");
        return new RecordParameters(
                fields(query.getFirst("fields")),
                filters == null
                        ? List.of()
                        : filters.stream().map(Filter::parse).toList(),
                limit(query.getFirst("limit")),
                query.getFirst("cursor"),
                moment(query.getFirst("asOf")),
                Duration.ZERO);
    }

    private static void requireKnown(MultiValueMap<String, String> query, Set<String> known) {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                throw invalid(name, "one of " + known.stream().sorted().toList(), name);
            }
        }
    }

    private static List<String> fields(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw invalid("limit", "a whole number, 1 to " + MOST, text);
        }
        return Integer.parseInt(text);
    }

    private static Duration wait(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > ChangeWatch.LONGEST.toSeconds()) {
            throw invalid("wait", "whole seconds, 0 to " + ChangeWatch.LONGEST.toSeconds(), text);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // A plus sign that was not percent-encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid("asOf", "a moment as in RFC 3339, e.g. 2026-11-23T08:00:00Z", text);
        }
    }

    private static HubProblem invalid(String pointer, String expected, String found) {
        return new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "The query parameter " + pointer + " cannot be used as written",
                List.of(new FieldError(pointer, expected, found)));
    }
}
