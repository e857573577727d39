package org.exchangehub.schemas.encoding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;

/** Where in a row the value under a name goes: a field's position, or one of the hub's own columns. */
final class FieldPlaces {

    static final int NUMBER = -1;
    static final int OPERATION = -2;
    static final int UNKNOWN = -3;

    private final Map<String, Integer> places = new HashMap<>();
    private final int fields;

    /** @param aliases whether a field goes by its aliases too */
    FieldPlaces(StandardSchema schema, boolean aliases) {
        List<StandardField> all = schema.fields();
        this.fields = all.size();
        for (int i = 0; i < fields; i++) {
            int place = i;
            places.put(all.get(i).name(), i);
            if (aliases) {
                all.get(i).aliases().forEach(alias -> places.putIfAbsent(alias, place));
            }
        }
        places.put(SourceRow.ROW, NUMBER);
        places.put(SourceRow.OP, OPERATION);
    }

    int of(String name) {
        return places.getOrDefault(name, UNKNOWN);
    }

    int fields() {
        return fields;
    }
}
