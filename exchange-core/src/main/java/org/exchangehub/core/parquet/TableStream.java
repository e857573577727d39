package org.exchangehub.core.parquet;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the program hands rows to the hub: a byte that says what follows, then texts, each as its length (four bytes, big-endian; -1 for
 * none) and its UTF-8. First the columns with their number, then rows, then the end; or in the place of any of them the refusal.
 */
final class TableStream {

    static final int COLUMNS = 'C';
    static final int ROW = 'R';
    static final int END = 'E';
    static final int REFUSED = 'X';

    /** Of all values of a row together, in bytes of UTF-8; as much as a record has in any encoding. */
    static final int LONGEST_ROW = 4 << 20;

    private static final int LONGEST_SENTENCE = 1_000;

    private TableStream() {}

    static void write(DataOutputStream out, int what, List<? extends @Nullable String> texts) throws IOException {
        out.writeByte(what);
        if (what == COLUMNS) {
            out.writeInt(texts.size());
        }
        for (String text : texts) {
            if (text == null) {
                out.writeInt(-1);
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    static void refuse(DataOutputStream out, String sentence) throws IOException {
        String shown = sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE) : sentence;
        write(out, REFUSED, List.of(shown));
    }

    /** The number of columns there will be, then their names. */
    static List<String> columns(DataInputStream in, int most) throws IOException {
        int columns = in.readInt();
        if (columns < 1 || columns > most) {
            throw new ParquetRefused("expected 1 to " + most + " columns, found " + columns);
        }
        return texts(in, columns).stream().map(String::valueOf).toList();
    }

    /** So many texts; not one byte is set aside for a length that is too large. */
    static List<@Nullable String> texts(DataInputStream in, int count) throws IOException {
        List<@Nullable String> texts = new ArrayList<>(count);
        int left = LONGEST_ROW;
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < -1 || length > left) {
                throw new ParquetRefused("expected rows of at most " + LONGEST_ROW + " bytes, found a longer one");
            }
            if (length >= 0) {
                byte[] bytes = new byte[length];
                in.readFully(bytes);
                texts.add(new String(bytes, StandardCharsets.UTF_8));
                left -= length;
            } else {
                texts.add(null);
            }
        }
        return texts;
    }
}
