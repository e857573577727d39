package org.exchangehub.benchmarks.population;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.codes.Divisions;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.jspecify.annotations.Nullable;

/**
 * Residents, 12 of the standard's fields, one in a hundred wrong: half of those in the check character, which only the
 * standard's checks find, half in a day that no calendar has, which typed loading finds as well. Any row can be made at any
 * time and is always the same; keys do not repeat within 70 million rows.
 */
public final class PopulationRecords {

    /** So many that branches and caches see more than one record, and a power of two. */
    public static final int COUNT = 1 << 14;

    public static final List<String> FIELDS = List.of(
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
    private static final int DAYS = 27_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1940, 1, 1);

    private final int[] divisions = Arrays.stream(Divisions.inForce())
            .filter(division -> division % 100 != 0 && division <= 700_000)
            .toArray();

    /** The standard's schema with these twelve fields, all their checks and no expressions, in JSON. */
    public static String avsc() {
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
            return avsc.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static StandardSchema schema() {
        return StandardSchema.parse(avsc());
    }

    /** As a CSV file or a text column gives them. */
    public static Map<String, String>[] texts() {
        PopulationRecords records = new PopulationRecords();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, String>[] texts = new Map[COUNT];
        for (int i = 0; i < COUNT; i++) {
            String[] row = records.row(i, 0);
            Map<String, String> values = new HashMap<>();
            for (int field = 0; field < row.length; field++) {
                values.put(FIELDS.get(field), row[field]);
            }
            texts[i] = values;
        }
        return texts;
    }

    /** As the reader of Avro gives them: text, and days since 1970; a day that no calendar has stays text. */
    public static Map<String, @Nullable Object>[] typed() {
        Map<String, String>[] texts = texts();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, @Nullable Object>[] typed = new Map[COUNT];
        for (int i = 0; i < COUNT; i++) {
            boolean dated = !wrong(i) || !wrongDay(i);
            Map<String, @Nullable Object> values = new HashMap<>();
            texts[i].forEach((name, text) -> values.put(name, avro(name, text, dated)));
            typed[i] = values;
        }
        return typed;
    }

    /** The same in the order of the schema. */
    public static @Nullable Object[][] ordered(
            StandardSchema schema, Map<String, ? extends @Nullable Object>[] records) {
        @Nullable Object[][] ordered = new @Nullable Object[records.length][];
        for (int i = 0; i < records.length; i++) {
            Map<String, ? extends @Nullable Object> record = records[i];
            ordered[i] = schema.fields().stream()
                    .map(field -> (Object) record.get(field.name()))
                    .toArray();
        }
        return ordered;
    }

    private static @Nullable Object avro(String name, String text, boolean dated) {
        if (text.isEmpty()) {
            return null;
        }
        boolean day = name.equals("birthDate") || name.equals("cancelledOn");
        return day && dated ? Integer.valueOf((int) LocalDate.parse(text).toEpochDay()) : text;
    }

    /** Whether the row breaks a rule. */
    public static boolean wrong(long number) {
        return number % 100 == 99;
    }

    /** Of the wrong rows, those with a day that no calendar has. */
    private static boolean wrongDay(long number) {
        return number / 100 % 2 == 1;
    }

    /**
     * One row in the order of {@link #FIELDS}, empty text where it has nothing.
     *
     * @param number from 0
     * @param version of the odd rows telephone and street differ from version to version, the even ones stay
     */
    public String[] row(long number, int version) {
        long dice = mixed(number);
        long changing = mixed(number + (number % 2 == 0 ? 0 : version * 1_000_003L));
        int division = divisions[(int) (number * 1_009 % divisions.length)];
        LocalDate born = FIRST_DAY.plusDays((number / divisions.length * 7_919 + number % divisions.length) % DAYS);
        String first17 = division + born.toString().replace("-", "") + padded(1 + (dice & 0xffff) % 998, 3);
        char last = CitizenId.checkCharacter(first17);
        boolean wrong = wrong(number);
        boolean gone = (dice >>> 16) % 20 == 0;
        return new String[] {
            first17 + (wrong && !wrongDay(number) ? (last == '1' ? '2' : '1') : last),
            NAMES[(int) (dice >>> 20 & 7)],
            (first17.charAt(16) - '0') % 2 == 1 ? "1" : "2",
            padded(1 + (dice >>> 24 & 0xffff) % 56, 2),
            wrong && wrongDay(number) ? "1990-02-30" : born.toString(),
            MARITAL[(int) ((dice >>> 40 & 0xff) % MARITAL.length)],
            EDUCATION[(int) ((dice >>> 48 & 0xff) % EDUCATION.length)],
            String.valueOf(division),
            Divisions.fullName(division) + STREETS[(int) (changing >>> 8 & 3)],
            "13" + (100_000_000 + (changing >>> 16) % 899_999_999),
            gone ? "1" : "0",
            gone ? born.plusDays(200).toString() : ""
        };
    }

    private static String padded(long number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(digits - text.length()) + text;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long number) {
        long z = number * 0x9E3779B97F4A7C15L + 20_261_123;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
