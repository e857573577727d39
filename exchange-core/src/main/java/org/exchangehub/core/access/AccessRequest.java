package org.exchangehub.core.access;

import java.util.Set;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a dataset.
 *
 * @param purpose as the grant states it; null only where a department reads its own dataset
 * @param selected fields to be shown or, in {@link Mode#VERIFY}, claimed; empty means all that may be shown
 * @param filtered fields records are selected by, keys included: clear ones by any operator, lookup ones by equality
 *     only, which the caller of the engine makes sure of
 * @param sorted fields records are sorted by
 */
public record AccessRequest(
        Caller caller,
        String dataset,
        Mode mode,
        @Nullable String purpose,
        Set<String> selected,
        Set<String> filtered,
        Set<String> sorted) {

    public AccessRequest {
        selected = Set.copyOf(selected);
        filtered = Set.copyOf(filtered);
        sorted = Set.copyOf(sorted);
    }
}
