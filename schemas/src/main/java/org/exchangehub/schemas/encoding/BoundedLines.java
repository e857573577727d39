package org.exchangehub.schemas.encoding;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text, blank ones passed over, none longer than it may be. Bytes that are not UTF-8 are U+FFFD. */
public final class BoundedLines implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean fits;

    /** @param longest in bytes */
    public BoundedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end, empty when it {@link #tooLong() was too long}; null behind the last. */
    public @Nullable String next() throws IOException {
        while (filled()) {
            String text = line();
            if (!fits || !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private String line() throws IOException {
        line.reset();
        fits = true;
        while (filled()) {
            int from = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            keep(from, position - from);
            if (position < end) {
                position++;
                break;
            }
        }
        return fits ? line.toString(StandardCharsets.UTF_8) : "";
    }

    private void keep(int from, int length) {
        fits = fits && length <= longest - line.size();
        if (fits) {
            line.write(buffer, from, length);
        }
    }

    /** Whether there is another byte. */
    private boolean filled() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(buffer, 0, BUFFER));
        }
        return position < end;
    }

    /** Why the line that came last is not there; null when it is. */
    public @Nullable LocalizedText tooLong() {
        return fits
                ? null
                : new LocalizedText("行长超过" + longest + "字节", "The line is longer than " + longest + " bytes");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
