package org.exchangehub.core.contract;

/** Schemas to evolve: records of a name and fields put together from text. */
final class Schemas {

    static final String ID = field(1, "id", "\"string\"");
    static final String NAME = optional(2, "name", "string");
    static final String NOTE = optional(3, "note", "string");

    private Schemas() {}

    static String optional(int id, String name, String type) {
        return field(id, name, "[\"null\", \"" + type + "\"], \"default\": null");
    }

    static String field(int id, String name, String type) {
        return """
                {"name": "%s", "type": %s, "hub.id": %d, "hub.title": {"zh": "字段", "en": "%s"}, "hub.level": 1}
                """.formatted(name, type, id, name).strip();
    }

    static String thing(String... fields) {
        return keyed("id", fields);
    }

    static String keyed(String key, String... fields) {
        return """
                {"type": "record", "name": "Thing", "namespace": "test", "hub.dataset": "thing",
                 "hub.title": {"zh": "物", "en": "things"}, "hub.key": ["%s"], "fields": [%s]}
                """.formatted(key, String.join(", ", fields)).strip();
    }
}
