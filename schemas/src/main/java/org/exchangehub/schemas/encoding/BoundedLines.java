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

    private final InputStream in;
    private final int longest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean fits;

    /** @param longest in bytes */
    public BoundedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end, empty when it {@link #tooLong() was too long}; null behind the last. */
    public @Nullable String next() throws IOException {
        while (true) {
            line.reset();
            fits = true;
            int next = in.read();
            if (next < 0) {
                return null;
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (line.size() < longest) {
                    line.write(next);
                } else {
                    fits = false;
                }
            }
            if (!fits) {
                return "";
            }
            String text = line.toString(StandardCharsets.UTF_8);
            if (!text.isBlank()) {
                return text;
            }
        }
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
