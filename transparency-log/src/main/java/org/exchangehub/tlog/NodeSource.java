package org.exchangehub.tlog;

import java.util.List;

/** The tree's nodes at the heights tiles store: every eighth level. */
@FunctionalInterface
public interface NodeSource {

    /**
     * Consecutive nodes of one tile level; all of them are complete subtrees of 256^level leaves.
     *
     * @param level tile level: 0 holds leaf hashes
     * @param first index of the first one in its level
     * @param count how many, 1 to 256, never across a tile's border
     */
    List<Hash> nodes(int level, long first, int count);
}
