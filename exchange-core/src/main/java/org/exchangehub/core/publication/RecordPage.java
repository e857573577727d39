package org.exchangehub.core.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one release, read in one snapshot.
 *
 * @param release number of the dataset's release the rows were current in; 0 before anything was published
 * @param nextKey opaque place to go on from, null on the last page
 */
public record RecordPage(
        long release,
        List<PublishedRecord> records,
        @Nullable String nextKey) {

    public RecordPage {
        records = List.copyOf(records);
    }
}
