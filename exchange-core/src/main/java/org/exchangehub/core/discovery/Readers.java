package org.exchangehub.core.discovery;

import java.util.ArrayList;
import java.util.List;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;

/**
 * Who may find a dataset, as labels inside the index: a search asks for documents that bear one of its caller's labels, so
 * that neither finds nor counts tell of anything else. The rule is {@link org.exchangehub.core.catalog.Catalog#listed}.
 */
final class Readers {

    private static final String EVERYBODY = "everybody";
    private static final String AUTHORITY = "authority";
    private static final String DEPARTMENT = "department:";

    private Readers() {}

    /** The labels of a dataset. */
    static List<String> of(Dataset dataset) {
        return dataset.published() ? List.of(EVERYBODY) : List.of(DEPARTMENT + dataset.department(), AUTHORITY);
    }

    /** The labels a caller may see. */
    static List<String> of(Caller caller) {
        List<String> labels = new ArrayList<>(List.of(EVERYBODY));
        if (caller.department() != null) {
            labels.add(DEPARTMENT + caller.department());
        }
        if (caller.has(Role.CATALOG_AUTHORITY)) {
            labels.add(AUTHORITY);
        }
        return labels;
    }
}
