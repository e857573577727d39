package org.exchangehub.core.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.Level;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of an entry's data items: their form always; that each only tightens what the dataset says (Decree 809,
 * Arts. 14, 15) and none is above its level (GB/T 43697-2024: the dataset is as high as its highest field) from the moment
 * it is handed in.
 */
final class ItemRules {

    private static final int NAME = 100;
    private static final int LINE = 200;
    private static final int PARAGRAPH = 1_000;
    private static final int MOST = 1_000;
    private static final int LONGEST = 100_000;

    private ItemRules() {}

    static void form(List<DataItem> items, Violations found) {
        if (items.size() > MOST) {
            found.add("/items", "at most " + MOST, items.size() + "");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            form("/items/" + i, items.get(i), names, found);
        }
    }

    private static void form(String pointer, DataItem item, Set<String> names, Violations found) {
        found.needed(pointer + "/name", item.name(), "the item's name")
                .text(pointer + "/name", item.name(), NAME)
                .text(pointer + "/field", item.field(), LINE)
                .text(pointer + "/element", item.element(), LINE)
                .text(pointer + "/shareCondition", item.shareCondition(), PARAGRAPH)
                .text(pointer + "/legalBasis", item.legalBasis(), PARAGRAPH)
                .text(pointer + "/refusalReason", item.refusalReason(), PARAGRAPH);
        if (item.name() != null && !names.add(item.name().strip())) {
            found.add(pointer + "/name", "a name no other item has", item.name());
        }
        Integer length = item.length();
        if (length != null && (length < 1 || length > LONGEST)) {
            found.add(pointer + "/length", "1 to " + LONGEST, length.toString());
        }
        level(pointer + "/level", item.level(), found);
    }

    static void level(String pointer, @Nullable Integer level, Violations found) {
        if (level != null && (level < 1 || level > Level.values().length)) {
            found.add(pointer, "1 to 4, 5 for important data, 6 for core data", level.toString());
        }
    }

    static void complete(Entry entry, Violations missing) {
        for (int i = 0; i < entry.items().size(); i++) {
            DataItem item = entry.items().get(i);
            String pointer = "/items/" + i;
            missing.needed(
                    pointer + "/type",
                    item.type(),
                    "a data type of the catalog guide: C, N, Y, D, T, L, M, G, B, I, F");
            if (item.type() != null && DataItem.MEASURED.contains(item.type())) {
                missing.needed(pointer + "/length", item.length(), "the length of a " + item.type());
            }
            sharing(pointer, entry.shareAttribute(), item, missing);
            Integer level = entry.level();
            if (item.level() != null && level != null && item.level() > level) {
                missing.add(
                        "/level", item.level() + ": the level of the highest item, " + item.name(), level.toString());
            }
        }
    }

    private static void sharing(String pointer, @Nullable ShareAttribute dataset, DataItem item, Violations missing) {
        ShareAttribute own = item.shareAttribute();
        if (own == null || dataset == null) {
            return;
        }
        if (own.compareTo(dataset) < 0) {
            missing.add(pointer + "/shareAttribute", dataset + " or stricter: an item only tightens", own.name());
            return;
        }
        switch (own) {
            case UNCONDITIONAL -> {}
            case CONDITIONAL -> {
                if (dataset != ShareAttribute.CONDITIONAL) {
                    missing.needed(pointer + "/shareCondition", item.shareCondition(), "the scope it is shared in");
                }
            }
            case REFUSED -> {
                if (dataset != ShareAttribute.REFUSED) {
                    missing.needed(
                                    pointer + "/legalBasis",
                                    item.legalBasis(),
                                    "the law or decision the refusal rests on")
                            .needed(pointer + "/refusalReason", item.refusalReason(), "why it is not shared");
                }
            }
        }
    }

    /** The highest level stated of any item. */
    static OptionalInt highest(Entry entry) {
        return entry.items().stream()
                .map(DataItem::level)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max();
    }
}
