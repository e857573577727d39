package org.exchangehub.schemas.encoding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in a character set, or in that which a byte order mark at its beginning names; bytes that are no text are U+FFFD. */
public final class MarkedText extends Reader {

    private final Reader reader;

    /** @param charset where no mark says otherwise */
    public MarkedText(InputStream in, Charset charset) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(3);
        byte[] head = bytes.readNBytes(3);
        bytes.reset();
        if (begins(head, 0xef, 0xbb, 0xbf)) {
            this.reader = behind(bytes, 3, StandardCharsets.UTF_8);
        } else if (begins(head, 0xff, 0xfe)) {
            this.reader = behind(bytes, 2, StandardCharsets.UTF_16LE);
        } else if (begins(head, 0xfe, 0xff)) {
            this.reader = behind(bytes, 2, StandardCharsets.UTF_16BE);
        } else {
            this.reader = behind(bytes, 0, charset);
        }
    }

    private static boolean begins(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Reader behind(InputStream bytes, int mark, Charset charset) throws IOException {
        bytes.skipNBytes(mark);
        return new InputStreamReader(bytes, charset);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        return reader.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
