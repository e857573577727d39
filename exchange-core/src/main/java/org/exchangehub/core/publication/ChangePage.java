package org.exchangehub.core.publication;

import java.util.List;

/**
 * Changes of a dataset in the order of their sequence, read in one snapshot.
 *
 * @param next number behind which the feed goes on, whether or not there is anything yet
 * @param last the last number there is
 */
public record ChangePage(List<Change> changes, long next, long last) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
