package org.exchangehub.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.util.Utf8;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.codes.Divisions;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.jspecify.annotations.Nullable;

/** Records of residents, 12 of the standard's fields, one in a hundred of them wrong; drawn with a fixed seed. */
final class PopulationRecords {

    /** So many that branches and caches see more than one record, and a power of two. */
    static final int COUNT = 1 << 14;

    private static final List<String> FIELDS = List.of(
            "citizenId",
            "name",
            "sex",
            "ethnicity",
            "birthDate",
            "maritalStatus",
            "education",
            "registeredDivision",
            "registeredAddress",
            "mobile",
            "cancellationStatus",
            "cancelledOn");
    private static final String[] NAMES = {"王芳", "李强", "张伟", "刘洋", "欧阳娜娜", "买买提·艾力", "陈建国", "杨秀英"};
    private static final String[] STREETS = {"赭山街道赭山中路12号3幢2单元501室", "北京西路88号", "城关镇西大街7号", "向阳社区第一网格"};
    private static final String[] MARITAL = {"10", "20", "21", "22", "30", "40"};
    private static final String[] EDUCATION = {"10", "21", "31", "61", "71", "81"};

    private final Random random = new Random(20_261_123);
    private final int[] divisions = Divisions.inForce();

    /** The standard's schema with these twelve fields, all their checks and no expressions. */
    static StandardSchema schema() {
        try {
            ObjectNode avsc = (ObjectNode) new ObjectMapper()
                    .readTree(
                            StandardSchemas.find("resident-population", "1-0-0").orElseThrow());
            ArrayNode kept = avsc.arrayNode();
            avsc.path("fields").forEach(field -> {
                if (FIELDS.contains(field.path("name").asText())) {
                    kept.add(field);
                }
            });
            avsc.set("fields", kept);
            avsc.remove("hub.rules");
            return StandardSchema.parse(avsc.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a CSV file or a text column gives them. */
    static Map<String, String>[] texts() {
        PopulationRecords records = new PopulationRecords();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, String>[] texts = new Map[COUNT];
        for (int i = 0; i < COUNT; i++) {
            texts[i] = records.next(i % 100 == 99);
        }
        return texts;
    }

    /** As Avro gives them: UTF-8 bytes and days since 1970. */
    static Map<String, @Nullable Object>[] typed() {
        Map<String, String>[] texts = texts();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, @Nullable Object>[] typed = new Map[COUNT];
        for (int i = 0; i < COUNT; i++) {
            Map<String, @Nullable Object> values = new HashMap<>();
            texts[i].forEach((name, text) -> values.put(name, avro(name, text)));
            typed[i] = values;
        }
        return typed;
    }

    /** The same in the order of the schema. */
    static @Nullable Object[][] ordered(StandardSchema schema, Map<String, ? extends @Nullable Object>[] records) {
        @Nullable Object[][] ordered = new @Nullable Object[records.length][];
        for (int i = 0; i < records.length; i++) {
            Map<String, ? extends @Nullable Object> record = records[i];
            ordered[i] = schema.fields().stream()
                    .map(field -> (Object) record.get(field.name()))
                    .toArray();
        }
        return ordered;
    }

    private static @Nullable Object avro(String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        boolean day = name.equals("birthDate") || name.equals("cancelledOn");
        return day ? Integer.valueOf((int) LocalDate.parse(text).toEpochDay()) : new Utf8(text);
    }

    private Map<String, String> next(boolean wrong) {
        int division;
        do {
            division = divisions[random.nextInt(divisions.length)];
        } while (division % 100 == 0 || division > 700_000);
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(27_000));
        String first17 = String.valueOf(division)
                + String.format("%04d%02d%02d", born.getYear(), born.getMonthValue(), born.getDayOfMonth())
                + String.format("%03d", 1 + random.nextInt(998));
        String id = first17 + CitizenId.checkCharacter(first17);
        boolean gone = random.nextInt(20) == 0;
        Map<String, String> values = new HashMap<>();
        values.put("citizenId", wrong ? first17 + (id.charAt(17) == '1' ? '2' : '1') : id);
        values.put("name", NAMES[random.nextInt(NAMES.length)]);
        values.put("sex", CitizenId.male(id) ? "1" : "2");
        values.put("ethnicity", String.format("%02d", 1 + random.nextInt(56)));
        values.put("birthDate", born.toString());
        values.put("maritalStatus", MARITAL[random.nextInt(MARITAL.length)]);
        values.put("education", EDUCATION[random.nextInt(EDUCATION.length)]);
        values.put("registeredDivision", String.valueOf(division));
        values.put("registeredAddress", Divisions.fullName(division) + STREETS[random.nextInt(STREETS.length)]);
        values.put("mobile", "13" + (100_000_000 + random.nextInt(899_999_999)));
        values.put("cancellationStatus", gone ? "1" : "0");
        values.put("cancelledOn", gone ? born.plusDays(200).toString() : "");
        return values;
    }
}
