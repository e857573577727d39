package org.exchangehub.schemas.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangehub.schemas.Refusal;

/** The mapping is not one this library can keep to; every reason is named with its path. */
public final class MappingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public MappingRefused(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ", "Mapping refused: ", "")));
        this.refusals = List.copyOf(refusals);
    }

    /** At least one, in the order of the document. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
