package org.exchangehub.core.access;

import java.util.List;
import java.util.Map;

/** Where the {@link PolicyEngine} gets what its decisions rest on. */
interface PolicySource {

    /** The datasets anybody holds a grant for. */
    List<String> granted();

    /** The datasets concerned by the changes after an epoch. */
    List<String> changedSince(long epoch);

    /** These datasets as they are now, by code; those nobody knows are left out. */
    Map<String, CompiledDataset> compile(List<String> codes);
}
