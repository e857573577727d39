package org.exchangehub.schemas.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A step of the chain of an address, from the province down to the room. */
public enum AddressElement {
    PROVINCE("province"),
    CITY("city"),
    COUNTY("county"),
    /** Township, town or sub-district office, 乡镇街道. */
    STREET("street"),
    /** Residents' or villagers' committee, 社区、村. */
    COMMUNITY("community"),
    /** Road, lane, 街路巷. */
    ROAD("road"),
    /** House number along the road, 门牌号. */
    NUMBER("number"),
    /** Housing estate, courtyard, building complex with a name, 小区. */
    ESTATE("estate"),
    /** 幢、栋、号楼. */
    BUILDING("building"),
    /** 单元. */
    UNIT("unit"),
    FLOOR("floor"),
    ROOM("room"),
    /** What is left behind all steps. */
    REST("rest");

    private final String word;

    AddressElement(String word) {
        this.word = word;
    }

    /** Its name in a mapping. */
    public String word() {
        return word;
    }

    /** All names, from the province down. */
    public static List<String> words() {
        return Arrays.stream(values()).map(AddressElement::word).toList();
    }

    public static Optional<AddressElement> named(String word) {
        for (AddressElement element : values()) {
            if (element.word.equals(word)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
