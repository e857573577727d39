package org.exchangehub.core.publication;

import java.util.List;
import org.exchangehub.core.contract.RowCondition;
import org.jspecify.annotations.Nullable;

/**
 * One page of a dataset's rows, in the order of the key.
 *
 * @param conditions all must hold
 * @param fields names to return, in this order; the key need not be among them
 * @param afterKey the {@link RecordPage#nextKey()} of the page before, null for the first
 * @param limit rows at most, 1 to {@value #MAX_LIMIT}
 * @param release number of the release whose rows are wanted as they were current in it, 0 and more; null for the last
 */
public record RecordQuery(
        List<RowCondition> conditions,
        List<String> fields,
        @Nullable String afterKey,
        int limit,
        @Nullable Long release) {

    public static final int MAX_LIMIT = 10_000;

    public RecordQuery {
        conditions = List.copyOf(conditions);
        fields = List.copyOf(fields);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", found " + limit);
        }
    }
}
