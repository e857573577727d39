package org.exchangehub.core.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows a list shows: the newest first, one page of them. */
final class NewestFirst {

    /** The most a list without pages shows. */
    static final int MOST = 500;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * A page.
     *
     * @param after the last id of the page before; null for the first
     * @param limit at least 1
     */
    NewestFirst(@Nullable UUID after, int limit) {
        if (after != null) {
            conditions.add("id < :after");
            parameters.put("after", after);
        }
        parameters.put("limit", limit);
    }

    /** Only those the reader may see. */
    NewestFirst seenBy(Visibility visibility) {
        if (!visibility.all()) {
            conditions.add("(provider = :reader or department = :reader)");
            parameters.put("reader", visibility.department() == null ? "" : visibility.department());
        }
        return this;
    }

    /** Only those whose column has this value; null asks for all. */
    NewestFirst with(String column, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value instanceof Enum<?> word ? word.name() : value);
        }
        return this;
    }

    String sql(String select) {
        return select
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by id desc limit :limit";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
