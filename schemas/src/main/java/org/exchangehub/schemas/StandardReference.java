package org.exchangehub.schemas;

import java.util.List;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * A rule that fields name a current record of another dataset ({@code hub.references}). It is checked set-wise by ingest, which
 * alone knows what is published; a row in which one of the fields is empty refers to nothing and is right.
 *
 * @param id the stable rule id of its findings, used by no check and no other rule
 * @param fields the fields that hold the other dataset's key, in the order of that key
 * @param dataset the catalog code of the other dataset, e.g. {@code 207001-000001}
 */
public record StandardReference(
        String id, List<String> fields, String dataset, Severity severity, LocalizedText message) {

    public StandardReference {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a reference needs at least one field");
        }
    }
}
