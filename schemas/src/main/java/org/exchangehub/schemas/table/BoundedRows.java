package org.exchangehub.schemas.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.exchangehub.schemas.encoding.MalformedRecords;

/** A stream of which no row may take more than so many bytes, give or take what the parser reads ahead. */
final class BoundedRows extends FilterInputStream {

    /** What Jackson reads at once. */
    private static final int AHEAD = 8_000;

    private final int longest;
    private long sinceRow;

    BoundedRows(InputStream in, int longest) {
        super(in);
        this.longest = longest;
    }

    void rowBegins() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sinceRow += Math.max(0, read);
        if (sinceRow > longest + AHEAD) {
            throw new MalformedRecords("Expected rows of at most " + longest + " bytes, found a longer one");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
