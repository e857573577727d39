package org.exchangehub.core.query;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Claims about several records, verified together.
 *
 * @param items 1 to {@value #MOST}; answered in this order
 */
record VerificationBatch(
        @NotNull @Size(min = 1, max = VerificationBatch.MOST)
        List<@NotNull VerificationRequest> items) {

    static final int MOST = 1_000;

    List<Verifier.Claimed> claimed() {
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).claimed("/items/" + i))
                .toList();
    }
}
