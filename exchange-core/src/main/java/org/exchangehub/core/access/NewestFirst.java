package org.exchangehub.core.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which applications or grants a list shows: those the reader may see, the newest first, one page of them. */
final class NewestFirst {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * A page.
     *
     * @param after the last id of the page before; null for the first
     * @param limit at least 1
     */
    NewestFirst(Visibility visibility, @Nullable UUID after, int limit) {
        visibility.add(conditions, parameters);
        if (after != null) {
            conditions.add("id < :after");
            parameters.put("after", after);
        }
        parameters.put("limit", limit);
    }

    /** Only those whose column has this value; null asks for all. */
    NewestFirst with(String column, @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value);
        }
        return this;
    }

    String sql(String select) {
        return select + " where " + String.join(" and ", conditions) + " order by id desc limit :limit";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
