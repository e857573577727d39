package org.exchangehub.schemas;

/** Small schemas for tests. */
public final class SchemaTexts {

    private SchemaTexts() {}

    public static String field(String name, int id, String type, String... more) {
        String optional = type.startsWith("[") ? ",\"default\":null" : "";
        String rest = more.length == 0 ? "" : "," + String.join(",", more);
        return "{\"name\":\"" + name + "\",\"type\":" + type + optional + ",\"hub.id\":" + id
                + ",\"hub.title\":{\"zh\":\"字段\",\"en\":\"field\"},\"hub.level\":1" + rest + "}";
    }

    public static String of(String... fields) {
        return record("\"hub.key\":[\"k\"]", fields);
    }

    public static String record(String properties, String... fields) {
        return "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"n\",\"hub.dataset\":\"test\","
                + "\"hub.title\":{\"zh\":\"测试\",\"en\":\"test\"}," + properties + ",\"fields\":["
                + String.join(",", fields) + "]}";
    }
}
