package org.exchangehub.schemas.minimisation;

import java.util.List;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.masking.DataElement;
import org.exchangehub.schemas.masking.Mask;

/**
 * The data element whose identifiers share a recipient's tokens. The kind of an identifier comes first, because standards name it
 * anew for every part a person plays (gmsfhm, fzsfzhm, fddbrzjhm are all citizen ids and are joined); then the element of the
 * standard; a field without either shares its tokens with nothing else.
 */
public final class DataElements {

    /** Checks that say what kind of identifier a field holds. */
    private static final List<String> KINDS = List.of(
            "citizen-id",
            "uscc",
            "organisation-code",
            "registration-number",
            "licence-id",
            "real-estate-unit",
            "bank-card",
            "lei",
            "mobile",
            "email");

    private DataElements() {}

    /** The same for all fields that hold the same kind of identifier, in all datasets. */
    public static DataElement of(StandardSchema schema, StandardField field) {
        for (String kind : KINDS) {
            if (field.checks().contains(kind)) {
                return new DataElement(kind, true);
            }
        }
        Mask mask = field.masking().mask();
        if (mask == Mask.CITIZEN_ID || mask == Mask.CITIZEN_ID_LIST) {
            return new DataElement("citizen-id", true);
        }
        StandardField.Element element = field.element();
        String name = element == null
                ? "field " + schema.dataset() + "/" + field.id()
                : "element " + element.standard() + "/" + element.code();
        return new DataElement(name, false);
    }
}
