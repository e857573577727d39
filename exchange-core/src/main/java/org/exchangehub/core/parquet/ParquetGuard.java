package org.exchangehub.core.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Looks at a file's metadata and at the header of each of its pages before anything is unpacked, and refuses what would cost more
 * than the limits or does not agree with itself.
 */
final class ParquetGuard {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = 8;
    private static final int LARGEST_FOOTER = 32 << 20;
    private static final int LARGEST_PAGE_HEADER = 64 << 10;
    private static final int DATA_PAGE_2 = 8;
    /** Bytes of a length of 32 bits, seven a byte. */
    private static final int LONGEST_LENGTH = 5;

    private static final Set<CompressionCodec> CODECS = Set.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.GZIP, CompressionCodec.SNAPPY, CompressionCodec.ZSTD);

    private final InputFile file;
    private final long length;
    private final ParquetLimits limits;
    private int pages;

    /** @param file opened */
    ParquetGuard(InputFile file, ParquetLimits limits) throws IOException {
        this.file = file;
        this.length = file.length();
        this.limits = limits;
    }

    /** Walks over the footer; call before the footer is parsed. */
    void checkFooter() throws IOException {
        if (length < MAGIC.length + TAIL) {
            throw new ParquetRefused("expected a Parquet file, found " + length + " bytes");
        }
        ByteBuffer tail = file.readRange(length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        int footer = tail.getInt(tail.position());
        byte[] magic = new byte[MAGIC.length];
        tail.get(tail.position() + 4, magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new ParquetRefused(
                    "expected a Parquet file ending in PAR1, found another end: it is cut or encrypted");
        }
        if (footer < 1 || footer > LARGEST_FOOTER || footer > length - TAIL - MAGIC.length) {
            throw new ParquetRefused("expected a footer of 1 to " + LARGEST_FOOTER + " bytes within the file, found "
                    + Integer.toUnsignedString(footer));
        }
        new ThriftReader(file.readRange(length - TAIL - footer, footer)).struct((id, type) -> false);
    }

    /**
     * Compares the parsed metadata with the limits and with the pages.
     *
     * @param leaves columns the schema has, inner ones counted
     */
    void checkPages(FileMetaData metadata, int leaves) throws IOException {
        if (leaves < 1) {
            throw new ParquetRefused("expected columns, found none");
        }
        atMost("row groups", metadata.rowGroups().size(), limits.rowGroups());
        long rows = metadata.rowGroups().stream().mapToLong(RowGroup::numRows).sum();
        if (rows != metadata.numRows()) {
            throw new ParquetRefused("expected " + metadata.numRows() + " rows in the row groups, found " + rows);
        }
        for (RowGroup group : metadata.rowGroups()) {
            atMost("columns", group.columns().size(), limits.columns());
            if (group.columns().size() != leaves) {
                throw new ParquetRefused("expected row groups of " + leaves + " columns as in the schema, found "
                        + group.columns().size());
            }
            for (ColumnChunk chunk : group.columns()) {
                check(chunk, group.numRows());
            }
        }
    }

    private void check(ColumnChunk chunk, long rows) throws IOException {
        ColumnMetaData column = chunk.metaData();
        if (column == null || !CODECS.contains(column.codec())) {
            throw new ParquetRefused("expected columns packed by one of " + CODECS + ", found "
                    + (column == null ? "none" : column.codec()));
        }
        long at = chunk.chunkStartOffset();
        long end = at + column.totalCompressedSize();
        if (at < MAGIC.length || column.totalCompressedSize() < 0 || end > length - TAIL || end < at || rows < 0) {
            throw new ParquetRefused("column " + column.pathInSchema() + " lies outside the file");
        }
        long values = 0;
        while (at < end && values < column.numValues()) {
            Page page = page(at, end);
            atMost("pages", ++pages, limits.pages());
            atMost("bytes in a page", page.unpacked, limits.pageBytes());
            atMost("values in a page", page.values, limits.pageValues());
            if (page.unpacked < 0 || page.packed < 0 || page.values < 0 || page.packed > end - page.start) {
                throw new ParquetRefused("a page of column " + column.pathInSchema() + " lies outside its column");
            }
            if (column.codec() == CompressionCodec.SNAPPY) {
                checkSnappy(page, column.pathInSchema().toString());
            }
            values += page.dictionary ? 0 : page.values;
            at = page.start + page.packed;
        }
        if (values != column.numValues()) {
            throw new ParquetRefused("expected " + column.numValues() + " values in the pages of column "
                    + column.pathInSchema() + ", found " + values);
        }
    }

    /**
     * Snappy's own length, ahead of its bytes, must be what the page's header lets the reader make room for: native code writes that
     * many bytes wherever it is told to.
     */
    private void checkSnappy(Page page, String column) throws IOException {
        long levels = page.levels;
        long expected = page.unpacked - levels;
        if (!page.compressed || (expected == 0 && page.packed == levels)) {
            return;
        }
        if (levels < 0 || expected < 0 || page.packed <= levels) {
            throw new ParquetRefused("a page of column " + column + " is shorter than its levels");
        }
        int look = (int) Math.min(LONGEST_LENGTH, page.packed - levels);
        long said = new ThriftReader(file.readRange(page.start + levels, look)).unsigned();
        if (said != expected) {
            throw new ParquetRefused(
                    "expected a page of column " + column + " to unpack to " + expected + " bytes, found " + said);
        }
    }

    /** What the header of one page says; levels are bytes ahead of what is packed, in data pages of version 2. */
    private static final class Page {
        private long levels;
        private boolean compressed = true;
        private long start;
        private long unpacked;
        private long packed;
        private long values;
        private boolean dictionary;
    }

    private Page page(long at, long end) throws IOException {
        ByteBuffer bytes = file.readRange(at, (int) Math.min(LARGEST_PAGE_HEADER, end - at));
        int begin = bytes.position();
        ThriftReader in = new ThriftReader(bytes);
        Page page = new Page();
        in.struct((id, type) -> {
            switch (id) {
                case 2 -> page.unpacked = in.signed();
                case 3 -> page.packed = in.signed();
                case 5, 7, 8 -> {
                    page.dictionary = id == 7;
                    in.struct((inner, kind) -> {
                        return part(page, id, inner, kind, in);
                    });
                }
                default -> {
                    return false;
                }
            }
            return true;
        });
        page.start = at + bytes.position() - begin;
        return page;
    }

    private static boolean part(Page page, int header, int id, int type, ThriftReader in) throws ParquetRefused {
        if (id == 1) {
            page.values = in.signed();
            return true;
        }
        if (header == DATA_PAGE_2 && (id == 5 || id == 6)) {
            long bytes = in.signed();
            if (bytes < 0) {
                throw new ParquetRefused("a page has levels of " + bytes + " bytes");
            }
            page.levels += bytes;
            return true;
        }
        if (header == DATA_PAGE_2 && id == 7) {
            page.compressed = type == ThriftReader.TRUE;
            return true;
        }
        return false;
    }

    private static void atMost(String what, long found, int most) throws ParquetRefused {
        if (found > most) {
            throw new ParquetRefused("expected at most " + most + " " + what + ", found " + found);
        }
    }
}
