package org.exchangehub.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What an import has to say, row by row; at most 1 000 messages are kept, all are counted. */
final class ImportMessages {

    private static final int MOST = 1_000;
    private static final int LONGEST = 200;

    /**
     * One of them.
     *
     * @param row as the file counts it, from 1; in JSON the place of the dataset
     * @param column the column's header, or the pointer into the entry
     * @param found what stands there, at most 200 characters
     */
    record ImportMessage(
            int row,
            @Nullable String column,
            ImportRule id,
            boolean error,
            LocalizedText message,
            @Nullable String found) {}

    private final List<ImportMessage> messages = new ArrayList<>();
    private int errors;
    private int warnings;

    void add(int row, EntryColumn column, ImportRule rule, @Nullable String found) {
        add(row, column.header(), rule, rule.said(), found);
    }

    void add(int row, @Nullable String column, ImportRule rule, LocalizedText said, @Nullable String found) {
        if (rule.error()) {
            errors++;
        } else {
            warnings++;
        }
        if (messages.size() < MOST) {
            String shown = found == null || found.length() <= LONGEST ? found : found.substring(0, LONGEST);
            messages.add(new ImportMessage(row, column, rule, rule.error(), said, shown));
        }
    }

    int errors() {
        return errors;
    }

    int warnings() {
        return warnings;
    }

    List<ImportMessage> all() {
        return messages.stream()
                .sorted(Comparator.comparingInt(ImportMessage::row))
                .toList();
    }
}
