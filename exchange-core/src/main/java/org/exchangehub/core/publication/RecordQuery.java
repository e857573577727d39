package org.exchangehub.core.publication;

import java.util.List;
import org.exchangehub.core.contract.RowCondition;
import org.jspecify.annotations.Nullable;

/**
 * One page of a dataset's current rows, in the order of the key.
 *
 * @param conditions all must hold
 * @param fields names to return, in this order; the key need not be among them
 * @param afterKey the {@link RecordPage#nextKey()} of the page before, null for the first
 * @param limit rows at most, 1 to {@value #MAX_LIMIT}
 */
public record RecordQuery(
        List<RowCondition> conditions,
        List<String> fields,
        @Nullable String afterKey,
        int limit) {

    public static final int MAX_LIMIT = 10_000;

    public RecordQuery {
        conditions = List.copyOf(conditions);
        fields = List.copyOf(fields);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", found " + limit);
        }
    }
}
