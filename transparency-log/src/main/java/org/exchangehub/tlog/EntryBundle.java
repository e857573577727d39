package org.exchangehub.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries one after the other, each behind its length as two bytes, big endian (C2SP tlog-tiles). */
public final class EntryBundle {

    /** The longest entry a bundle holds, in bytes. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw LogRefused.expected("Entry, length", "at most " + LONGEST_ENTRY, entry.length);
            }
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /**
     * The entries of a bundle.
     *
     * @throws LogRefused when it ends within an entry
     */
    public static List<byte[]> decode(byte[] bundle) {
        ByteBuffer in = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(in.getShort());
            if (length > in.remaining()) {
                throw LogRefused.because(
                        LogRefused.Reason.TRUNCATED,
                        "Entry " + entries.size() + " of a bundle",
                        "a whole entry",
                        "its beginning");
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
