package org.exchangehub.core.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as rows of texts and back. What can be read back is what was written: an entry makes rows from which the same
 * entry is made.
 */
final class EntryRows {

    private static final String BETWEEN_WORDS = "、";
    private static final JsonMapper JSON = JsonMapper.shared();

    private EntryRows() {}

    /** The rows of an entry, one per item and at least one; {@code known} is what the hub adds to the first. */
    static List<Map<EntryColumn, String>> written(Entry entry, Map<EntryColumn, String> known) {
        JsonNode said = JSON.valueToTree(entry);
        Map<EntryColumn, String> first = new EnumMap<>(EntryColumn.class);
        first.putAll(known);
        cells(said, false, first);
        List<Map<EntryColumn, String>> rows = new ArrayList<>(List.of(first));
        for (int i = 0; i < entry.items().size(); i++) {
            Map<EntryColumn, String> row = i == 0 ? first : new EnumMap<>(EntryColumn.class);
            cells(said.get("items").get(i), true, row);
            if (i > 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static void cells(JsonNode said, boolean item, Map<EntryColumn, String> row) {
        for (EntryColumn column : EntryColumn.values()) {
            if (column.ofAnItem() == item && !column.pointer().isEmpty()) {
                JsonNode value = said.at(column.pointer());
                if (!value.isMissingNode() && !value.isNull() && !(value.isContainer() && value.isEmpty())) {
                    row.put(column, text(column, value));
                }
            }
        }
    }

    private static String text(EntryColumn column, JsonNode value) {
        return switch (column.kind()) {
            case TEXT -> value.asString();
            case NUMBER -> value.asString();
            case WORD, FLAG -> EntryWords.word(column, value.asString());
            case WORDS ->
                value.valueStream()
                        .map(each -> EntryWords.word(column, each.asString()))
                        .collect(Collectors.joining(BETWEEN_WORDS));
            case ANSWERS ->
                value.propertyStream()
                        .map(each ->
                                each.getKey() + "=" + escaped(each.getValue().asString()))
                        .collect(Collectors.joining("\n"));
            case TEXTS ->
                value.valueStream().map(each -> escaped(each.asString())).collect(Collectors.joining("\n"));
        };
    }

    /** Lines are what separates texts, so a line break within one is written {@code \n}, and a backslash twice. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static List<String> texts(String cell) {
        return Arrays.stream(cell.split("\n", -1)).map(EntryRows::unescaped).toList();
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char at = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : 0;
            if (at == '\\' && (next == '\\' || next == 'n')) {
                text.append(next == 'n' ? '\n' : '\\');
                i++;
            } else {
                text.append(at);
            }
        }
        return text.toString();
    }

    /**
     * The entry that rows state, as JSON; cells that cannot be read are told of and left out.
     *
     * @param rows of one dataset, the first first
     */
    static ObjectNode read(List<TableRow> rows, ImportMessages messages) {
        ObjectNode entry = JSON.createObjectNode();
        fill(entry, rows.get(0), false, messages);
        for (TableRow row : rows) {
            if (row.cells().keySet().stream().anyMatch(EntryColumn::ofAnItem)) {
                fill(entry.withArray("items").addObject(), row, true, messages);
            }
        }
        return entry;
    }

    private static void fill(ObjectNode into, TableRow row, boolean item, ImportMessages messages) {
        row.cells().forEach((column, cell) -> {
            if (column.ofAnItem() == item && !column.pointer().isEmpty()) {
                JsonPointer pointer = JsonPointer.compile(column.pointer());
                ObjectNode parent = into.withObject(pointer.head());
                String name = pointer.last().getMatchingProperty();
                set(parent, name, column, cell, row.number(), messages);
            }
        });
    }

    private static void set(
            ObjectNode parent, String name, EntryColumn column, String cell, int row, ImportMessages messages) {
        switch (column.kind()) {
            case TEXT -> parent.put(name, cell);
            case TEXTS -> texts(cell).forEach(parent.withArray(name)::add);
            case ANSWERS ->
                texts(cell).forEach(line -> {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        parent.withObject(name).put(line.substring(0, equals).strip(), line.substring(equals + 1));
                    } else {
                        messages.add(row, column, ImportRule.ANSWER_WITHOUT_FIELD, line);
                    }
                });
            case NUMBER -> {
                if (cell.strip().matches("[0-9]{1,9}")) {
                    parent.put(name, Integer.parseInt(cell.strip()));
                } else {
                    messages.add(
                            row,
                            column,
                            cell.strip().matches("[0-9.]+\\D+") ? ImportRule.UNIT_IN_NUMBER : ImportRule.NOT_A_NUMBER,
                            cell);
                }
            }
            case FLAG ->
                EntryWords.code(column, cell.strip())
                        .ifPresentOrElse(
                                code -> parent.put(name, Boolean.parseBoolean(code)),
                                () -> messages.add(row, column, ImportRule.UNKNOWN_WORD, cell));
            case WORD ->
                EntryWords.code(column, cell.strip())
                        .ifPresentOrElse(
                                code -> parent.put(name, code),
                                () -> messages.add(
                                        row,
                                        column,
                                        column == EntryColumn.ITEM_TYPE
                                                ? ImportRule.UNKNOWN_TYPE
                                                : ImportRule.UNKNOWN_WORD,
                                        cell));
            case WORDS -> {
                for (String word : cell.split("[、,，;；]", -1)) {
                    EntryWords.code(column, word.strip())
                            .ifPresentOrElse(
                                    parent.withArray(name)::add,
                                    () -> messages.add(row, column, ImportRule.UNKNOWN_WORD, word));
                }
            }
        }
    }
}
