package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EntryRowsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ENTRIES = 200;
    /** Some of which spreadsheets take for formulas, or readers for marked ones. */
    private static final String[] BEGINNINGS = {"x", "x", "=", "-", "+", "@", "'", "'=", "''=", "''x", "＝"};

    private static final String[] PIECES = {
        "法人", "𠮷", "a", "B1", " ", "\n", "\t", "\r", "\"", ",", "、", "；", "\\", "\\n", "_x000D_", "<&>", "'", "=1+1",
        "é", "０"
    };

    @TempDir
    private Path directory;

    /** Entries as they may lie in the catalog: any of the items present or not, texts of every kind. */
    private static List<Entry> entries(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, ENTRIES).mapToObj(n -> entry(random, n)).toList();
    }

    private static Entry entry(Random random, int n) {
        ObjectNode entry = Entries.json();
        entry.putObject("title").put("zh", n + text(random)).put("en", text(random));
        for (String name : List.of(
                "summary",
                "format",
                "updateCycle",
                "shareAttribute",
                "shareModes",
                "open",
                "level",
                "contact",
                "keywords",
                "overlapReason",
                "assessments",
                "usageConditions")) {
            if (random.nextInt(4) == 0) {
                entry.remove(name);
            }
        }
        entry.put("shareCondition", text(random)).put("legalBasis", text(random));
        entry.putArray("keywords");
        IntStream.range(0, random.nextInt(4))
                .forEach(i -> entry.withArray("keywords").add(text(random)));
        IntStream.range(0, random.nextInt(5)).forEach(i -> {
            ObjectNode item = entry.withArray("items").addObject().put("name", i + text(random));
            if (random.nextBoolean()) {
                item.put("type", "C").put("length", 1 + random.nextInt(99)).put("shareAttribute", "REFUSED");
            }
            if (random.nextBoolean()) {
                item.put("field", text(random))
                        .put("level", 1 + random.nextInt(6))
                        .put("legalBasis", text(random));
            }
        });
        IntStream.range(0, random.nextInt(4))
                .forEach(i -> entry.withObject("answers").put("field" + i, text(random)));
        return Entries.of(entry);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(BEGINNINGS[random.nextInt(BEGINNINGS.length)]);
        IntStream.range(0, random.nextInt(6)).forEach(i -> text.append(PIECES[random.nextInt(PIECES.length)]));
        return text.append("y").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XLSX"})
    void comeBackAsTheyWent(String form) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<Entry> entries = entries(seed);

            assertThat(readBack(form, entries)).containsExactlyElementsOf(entries);
        }
    }

    private List<Entry> readBack(String form, List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CatalogTable.Sink table = form.equals("CSV") ? CatalogTable.csv(bytes) : CatalogTable.workbook(bytes)) {
            for (Entry entry : entries) {
                for (Map<EntryColumn, String> row : EntryRows.written(entry, Map.of())) {
                    table.add(row);
                }
            }
        }
        Path file = Files.write(directory.resolve("catalog"), bytes.toByteArray());
        ImportMessages messages = new ImportMessages();
        List<TableRow> rows = form.equals("CSV")
                ? CatalogTable.readCsv(file, 20_000, messages)
                : CatalogTable.readWorkbook(file, 20_000, messages);
        List<Entry> read = new ArrayList<>();
        for (List<TableRow> group : CatalogImport.grouped(rows)) {
            read.add(JSON.treeToValue(EntryRows.read(group, messages), Entry.class));
        }
        assertThat(messages.all()).isEmpty();
        return read;
    }

    @Nested
    class ACell {

        private final ImportMessages messages = new ImportMessages();

        private void read(EntryColumn column, String text) {
            Map<EntryColumn, String> cells = new EnumMap<>(EntryColumn.class);
            cells.put(column, text);
            EntryRows.read(List.of(new TableRow(7, cells)), messages);
        }

        @Test
        void mayNotCarryAUnit() {
            read(EntryColumn.ITEM_LENGTH, "18位");

            assertThat(messages.all()).singleElement().satisfies(message -> {
                assertThat(message.id()).isEqualTo(ImportRule.UNIT_IN_NUMBER);
                assertThat(message.row()).isEqualTo(7);
                assertThat(message.column()).isEqualTo("数据长度");
                assertThat(message.found()).isEqualTo("18位");
            });
        }

        @Test
        void holdsATypeOfTheList() {
            read(EntryColumn.ITEM_TYPE, "varchar");

            assertThat(messages.all())
                    .extracting(ImportMessages.ImportMessage::id)
                    .containsExactly(ImportRule.UNKNOWN_TYPE);
        }

        @Test
        void namesTheFieldOfEveryAnswer() {
            read(EntryColumn.ANSWERS, "retention=5\n十年");

            assertThat(messages.all())
                    .extracting(ImportMessages.ImportMessage::id)
                    .containsExactly(ImportRule.ANSWER_WITHOUT_FIELD);
        }

        @Test
        void takesTheGuidesWordsAndTheApisCodes() {
            read(EntryColumn.UPDATE_CYCLE, "每季度");
            read(EntryColumn.UPDATE_CYCLE, "QUARTERLY");
            assertThat(messages.all()).isEmpty();

            read(EntryColumn.UPDATE_CYCLE, "偶尔");
            assertThat(messages.errors()).isEqualTo(1);
        }
    }
}
