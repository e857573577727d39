package org.exchangehub.schemas.encoding;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.avro.file.CodecFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;

/**
 * How the blocks of an Avro container are packed (Avro specification 1.12, "Required Codecs", "Optional Codecs"). The specification's
 * xz and zstandard are refused: they would bring a library of their own into every NiFi.
 */
public enum AvroCodec {
    NULL {
        @Override
        byte[] unpacked(byte[] packed, int longest) {
            return packed;
        }
    },
    DEFLATE {
        @Override
        byte[] unpacked(byte[] packed, int longest) throws IOException {
            Inflater inflater = new Inflater(true);
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
                return bounded(in, longest);
            } finally {
                inflater.end();
            }
        }
    },
    BZIP2 {
        @Override
        byte[] unpacked(byte[] packed, int longest) throws IOException {
            try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(packed))) {
                return bounded(in, longest);
            }
        }
    },
    /** Can be read, not written. */
    SNAPPY {
        @Override
        byte[] unpacked(byte[] packed, int longest) throws IOException {
            if (packed.length < Integer.BYTES) {
                throw new EOFException("the checksum is missing");
            }
            byte[] data = Arrays.copyOf(packed, packed.length - Integer.BYTES);
            try (InputStream in = new SnappyCompressorInputStream(new ByteArrayInputStream(data), FARTHEST_COPY)) {
                byte[] bytes = bounded(in, longest);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                if ((int) crc.getValue() != ByteBuffer.wrap(packed).getInt(data.length)) {
                    throw new IOException("the checksum is another");
                }
                return bytes;
            }
        }
    };

    /** How far back a copy of Snappy's may reach: its writers work in blocks of this size. */
    private static final int FARTHEST_COPY = 1 << 16;

    /** A block as it was before packing; refuses one longer than the bound. */
    abstract byte[] unpacked(byte[] packed, int longest) throws IOException;

    /** As {@link #unpacked}; what is wrong with the block is said in a sentence that begins as given. */
    byte[] unpacked(byte[] packed, int longest, String block) {
        try {
            return unpacked(packed, longest);
        } catch (MalformedRecords malformed) {
            throw malformed;
        } catch (IOException | RuntimeException e) { // the libraries meet hostile bytes with either
            throw new MalformedRecords(block + " cannot be unpacked: " + e.getMessage());
        }
    }

    private static byte[] bounded(InputStream in, int longest) throws IOException {
        byte[] bytes = in.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw new MalformedRecords("A block unpacks to more than " + longest + " bytes");
        }
        return bytes;
    }

    static AvroCodec of(String name) {
        return Arrays.stream(values())
                .filter(codec -> codec.written().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedRecords("Expected one of the codecs "
                        + Arrays.stream(values()).map(AvroCodec::written).collect(Collectors.joining(", "))
                        + ", found " + name.substring(0, Math.min(name.length(), 20))));
    }

    /** As containers name it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For Avro's own writer. */
    CodecFactory factory() {
        return switch (this) {
            case NULL -> CodecFactory.nullCodec();
            case DEFLATE -> CodecFactory.deflateCodec(CodecFactory.DEFAULT_DEFLATE_LEVEL);
            case BZIP2 -> CodecFactory.bzip2Codec();
            case SNAPPY -> throw new IllegalArgumentException("containers are not written with the codec snappy");
        };
    }
}
