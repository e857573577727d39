package org.exchangehub.core.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of an entry that differs between two editions.
 *
 * @param pointer where it is (RFC 6901)
 * @param before null when the item is new
 * @param after null when the item is gone
 */
record EntryDifference(
        String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** All that differs between two entries as JSON, item by item, members within objects and places within lists. */
    static List<EntryDifference> between(JsonNode before, JsonNode after) {
        List<EntryDifference> found = new ArrayList<>();
        compare("", before, after, found);
        return List.copyOf(found);
    }

    private static void compare(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<EntryDifference> found) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names) {
                String member = name.replace("~", "~0").replace("/", "~1");
                compare(pointer + "/" + member, before.get(name), after.get(name), found);
            }
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i), found);
            }
        } else if (present(before) || present(after)) {
            found.add(new EntryDifference(pointer, present(before) ? before : null, present(after) ? after : null));
        }
    }

    private static boolean present(@Nullable JsonNode node) {
        return node != null && !node.isNull();
    }
}
