package org.exchangehub.schemas.fuzz;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.Refusal;
import org.exchangehub.schemas.SchemaRefused;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.MappingRefused;
import org.jspecify.annotations.Nullable;

/** Schemas, mappings and expressions of strangers: refused with short reasons, or compiled and then run. */
final class DocumentTargets {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int LONGEST_REASON = 4_000;
    private static final Map<String, String> ROW = new HashMap<>(Map.of(
            "a", "二〇二一年三月五日",
            "b", "1,200万元",
            "c", "安徽省芜湖市镜湖区赭山街道赭山中路12号3幢2单元501室",
            "d", "05533832100-1313812345678",
            "e", "x".repeat(9_999)));

    private DocumentTargets() {}

    static void schema(String text) {
        StandardSchema schema;
        try {
            schema = StandardSchema.parse(text);
        } catch (SchemaRefused e) {
            brief(e.refusals());
            return;
        }
        RecordChecker checker = RecordChecker.of(schema);
        @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
        checker.check(values, TODAY);
        java.util.Arrays.fill(values, "2021-03-05");
        checker.check(values, TODAY);
        StandardSchema again = StandardSchema.parse(schema.avro().toString());
        Broken.unlessEqual(again.fields(), schema.fields(), "a schema read, written and read");
        Broken.unlessEqual(again.rules(), schema.rules(), "the rules of a schema read, written and read");
    }

    static void mapping(String text) {
        Mapping mapping;
        try {
            mapping = Mapping.parse(text);
        } catch (MappingRefused e) {
            brief(e.refusals());
            return;
        }
        Map<String, @Nullable String> mapped = mapping.apply(ROW);
        Broken.unlessEqual(List.copyOf(mapped.keySet()), mapping.targets(), "what is filled is what was said");
        Broken.unlessEqual(mapping.apply(ROW), mapped, "a row mapped twice");
        mapping.operation(ROW);
        mapping.unfilled(ROW.keySet());
    }

    /** As a rule of a schema and as a computed field of a mapping. */
    static void expression(String text) {
        String quoted = JsonNodeFactory.instance.textNode(text).toString();
        schema(SchemaTexts.record(
                "\"hub.key\":[\"k\"],\"hub.rules\":[{\"id\":\"r\",\"expression\":" + quoted
                        + ",\"message\":{\"zh\":\"错\",\"en\":\"wrong\"}}]",
                SchemaTexts.field("k", 1, "\"string\""),
                SchemaTexts.field("s", 2, "[\"null\",\"string\"]"),
                SchemaTexts.field("n", 3, "[\"null\",\"long\"]"),
                SchemaTexts.field("d", 4, "[\"null\",{\"type\":\"int\",\"logicalType\":\"date\"}]")));
        mapping("{\"version\":1,\"fields\":[{\"to\":\"k\",\"cel\":{\"expression\":" + quoted
                + ",\"columns\":{\"k\":\"a\",\"s\":\"e\",\"n\":\"b\",\"d\":\"c\"}}}]}");
    }

    private static void brief(List<Refusal> refusals) {
        Broken.unless(!refusals.isEmpty(), "refused without a reason");
        for (Refusal refusal : refusals) {
            Broken.unlessShort(refusal.expected(), LONGEST_REASON);
            Broken.unlessShort(refusal.found(), 200);
        }
    }
}
