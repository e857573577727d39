package org.exchangehub.core.catalog;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To whom one field is given and on what terms, by its own item or else by the dataset's entry (Decree 809, Arts. 14 and 15).
 *
 * @param own whether an item states an attribute stricter than the dataset's; what follows then is the item's
 * @param condition the scope a conditional one is shared in
 * @param legalBasis the law or decision a refusal rests on
 * @param refusalReason why it is not shared
 */
public record FieldSharing(
        ShareAttribute attribute,
        boolean own,
        @Nullable String condition,
        @Nullable String legalBasis,
        @Nullable String refusalReason) {

    static FieldSharing of(Entry entry, ShareAttribute dataset, String field) {
        Optional<FieldSharing> strictest = entry.items().stream()
                .filter(item -> field.equals(item.field()))
                .flatMap(item -> of(item).stream())
                .max(Comparator.comparing(FieldSharing::attribute));
        return strictest
                .filter(item -> item.attribute().compareTo(dataset) > 0)
                .orElseGet(() -> new FieldSharing(
                        dataset, false, entry.shareCondition(), entry.legalBasis(), entry.refusalReason()));
    }

    private static Optional<FieldSharing> of(DataItem item) {
        return Optional.ofNullable(item.shareAttribute())
                .map(own ->
                        new FieldSharing(own, true, item.shareCondition(), item.legalBasis(), item.refusalReason()));
    }
}
