package org.exchangehub.core.ingest;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.exchangehub.schemas.encoding.MalformedRecords;

/**
 * A part as it was before it was compressed. Damaged content and content that becomes larger than it may are refused as what the
 * sender sent; a failing disk stays a failure of the hub's.
 */
final class UnpackedContent extends FilterInputStream {

    /** Up to this many bytes the ratio does not matter. */
    static final long FREE = 16L << 20;

    private final long limit;
    private long bytes;

    private UnpackedContent(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /**
     * Opens it.
     *
     * @param packed length as it came, in bytes
     * @param settings how large it may become, at all and against its length
     */
    static InputStream of(InputStream in, ContentCoding coding, long packed, IngestSettings settings)
            throws IOException {
        if (coding == ContentCoding.IDENTITY) {
            return in;
        }
        try {
            return new UnpackedContent(coding.decoded(in), limit(packed, settings));
        } catch (IOException damaged) {
            in.close();
            throw refused(damaged);
        }
    }

    /** How many bytes may become of so many packed ones. */
    static long limit(long packed, IngestSettings settings) {
        return Math.min(
                Math.max(FREE, packed * settings.unpackedRatio()),
                settings.unpackedLimit().toBytes());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(0, read);
            if (bytes > limit) {
                throw new MalformedRecords("Expected at most " + limit + " bytes when unpacked, found more");
            }
            return read;
        } catch (IOException damaged) {
            throw refused(damaged);
        }
    }

    /** By reading, so that what is skipped counts. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static IOException refused(IOException damaged) {
        if (damaged instanceof ZipException || damaged instanceof EOFException || damaged instanceof ZstdIOException) {
            throw new MalformedRecords(
                    "Expected content in the coding it was announced in, found damage: " + damaged.getMessage());
        }
        return damaged;
    }
}
