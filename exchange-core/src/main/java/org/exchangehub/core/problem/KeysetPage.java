package org.exchangehub.core.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A page of a list in the order of its key.
 *
 * @param next cursor of the page after this one; null when there is none
 */
public record KeysetPage<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 500;

    public KeysetPage {
        items = List.copyOf(items);
    }

    /** The page made of up to {@code limit + 1} rows read: the row too many only tells that there are more. */
    public static <T> KeysetPage<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new KeysetPage<>(rows, null);
        }
        String last = key.apply(rows.get(limit - 1));
        return new KeysetPage<>(
                rows.subList(0, limit),
                Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
    }

    /** Refuses a limit that is not from 1 to 500. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            new Violations().add("limit", "1 to " + MOST, "" + asked).refuse("The limit is not valid.");
        }
        return asked;
    }

    /** The key a cursor stands for; null for the first page. */
    public static @Nullable String after(@Nullable String cursor) {
        return after(cursor, Function.identity());
    }

    /** The key a cursor stands for, of the type the list is ordered by; null for the first page. */
    public static <K> @Nullable K after(@Nullable String cursor, Function<String, K> type) {
        if (cursor == null) {
            return null;
        }
        try {
            return type.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException undecodable) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The cursor is damaged.",
                    List.of(new FieldError("cursor", "the cursor of an answer's Link, or none", null)));
        }
    }

    public <V> KeysetPage<V> map(Function<T, V> view) {
        return new KeysetPage<>(items.stream().map(view).toList(), next);
    }

    /** The answer with this body, and the link to the next page when there is one (RFC 8288). */
    public <B> ResponseEntity<B> answer(HttpServletRequest request, B body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + request.getRequestURI() + "?" + query(request) + ">; rel=\"next\"");
        }
        return answer.body(body);
    }

    private String query(HttpServletRequest request) {
        String query = request.getQueryString();
        String others = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith("cursor=") && !part.isEmpty())
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
        return others + "cursor=" + next;
    }
}
