package org.exchangehub.core.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFilesTests {

    private static final String SNAPPY = "duckdb-snappy.parquet";
    private static final long LONGEST = 1 << 20;

    @TempDir
    private Path beside;

    private final ParquetFiles files = new ParquetFiles();

    @AfterEach
    void nothingIsLeft() {
        files.close();
        assertThat(beside).isEmptyDirectory();
    }

    private static byte[] resource(String name) {
        try (InputStream in = ParquetFilesTests.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<@Nullable String>> read(ParquetFiles from, byte[] file, Shape shape, long longest)
            throws IOException {
        try (ParquetTable table = from.look(new ByteArrayInputStream(file), beside, shape, longest)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            List<@Nullable String> header = new ArrayList<>(table.columns());
            for (List<@Nullable String> row = header; row != null; row = table.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    private void refused(byte[] file, String sentence) {
        assertThatThrownBy(() -> read(files, file, Shape.WHOLE, LONGEST))
                .isInstanceOf(ParquetRefused.class)
                .hasMessageContaining(sentence);
    }

    @Nested
    class AFileByAnother {

        @ParameterizedTest
        @ValueSource(strings = {SNAPPY, "duckdb-zstd.parquet"})
        void isReadAsTexts(String file) throws IOException {
            List<List<@Nullable String>> rows = read(files, resource(file), Shape.WHOLE, LONGEST);

            assertThat(rows).hasSize(41);
            assertThat(rows.getFirst())
                    .containsExactly(
                            "name", "kind", "small", "big", "ratio", "part", "price", "capital", "huge", "open",
                            "opened", "seen", "zoned", "address", "tags");
            assertThat(rows.get(3))
                    .containsExactly(
                            "芜湖市第3号商店",
                            null,
                            "3",
                            "30000000000",
                            "0.375",
                            "0.75",
                            "3.75",
                            "3703703670.3702",
                            "-37037036703703703671.50",
                            "false",
                            "2020-03-02",
                            "2024-01-01T08:03",
                            "2024-01-01T00:00:00Z",
                            "{\"road\":\"中山路\",\"number\":3}",
                            "[\"a\",\"b3\"]");
        }

        @Test
        void hasColumnsForItsInnerRecordsWhenAskedTo() throws IOException {
            List<List<@Nullable String>> rows = read(files, resource(SNAPPY), Shape.FLAT, LONGEST);

            assertThat(rows.getFirst())
                    .contains("address.road", "address.number")
                    .doesNotContain("address");
            assertThat(rows.get(3)).containsSubsequence("中山路", "3", "[\"a\",\"b3\"]");
        }
    }

    @Nested
    class AHostileFile {

        @Test
        void isRefusedWhenItIsCutOrNone() {
            byte[] file = resource(SNAPPY);

            refused(Arrays.copyOf(file, file.length - 3), "ending in PAR1");
            refused(new byte[3], "found 3 bytes");
            byte[] hole = Arrays.copyOf(file, file.length - 1_000);
            System.arraycopy(file, 2_000, hole, 1_000, file.length - 2_000);
            refused(hole, "expected ");
        }

        @Test
        void isRefusedForALengthInItsFooterThatItCannotHold() {
            byte[] file = resource(SNAPPY);
            int footer = file.length
                    - 8
                    - ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
            // Version (2 bytes), then the list of elements: a size of fifteen and more follows as a number of its own.
            assertThat(file[footer + 3]).isEqualTo((byte) 0xFC);
            System.arraycopy(new byte[] {-1, -1, -1, -1, 7}, 0, file, footer + 4, 5);

            refused(file, "a list longer than itself");
        }

        /** Of this the native code would take the lie for the room it has. */
        @Test
        void isRefusedWhenSnappyUnpacksToMoreThanItsPageSays() throws IOException {
            byte[] file = resource(SNAPPY);
            ColumnChunk chunk;
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
                chunk = reader.getFileMetaData()
                        .rowGroups()
                        .getFirst()
                        .columns()
                        .getFirst();
            }
            ByteBuffer page = ByteBuffer.wrap(file);
            page.position((int) chunk.chunkStartOffset());
            new ThriftReader(page).struct((id, type) -> false);
            for (int at = page.position(); true; at++) {
                boolean last = file[at] >= 0;
                file[at] |= 0x7F;
                if (last) {
                    break;
                }
            }

            refused(file, "to unpack to ");
        }

        /** Either read or refused, whatever bytes are wrong: never anything else. */
        @Test
        void neverDoesWorseThanBeingRefused() throws IOException {
            Random dice = new Random(20_261_123);
            int refused = 0;
            for (int round = 0; round < 24; round++) {
                byte[] broken = resource(round % 2 == 0 ? SNAPPY : "duckdb-zstd.parquet");
                for (int i = 0; i <= dice.nextInt(6); i++) {
                    broken[dice.nextInt(broken.length)] = (byte) dice.nextInt(256);
                }
                try {
                    read(files, broken, Shape.WHOLE, LONGEST);
                } catch (ParquetRefused said) {
                    refused++;
                }
            }
            assertThat(refused).isPositive();
        }

        @Test
        void isRefusedForMoreValuesThanTheCallerTakes() {
            assertThatThrownBy(() -> read(files, resource(SNAPPY), Shape.WHOLE, 1_000))
                    .isInstanceOf(ParquetRefused.class)
                    .hasMessageContaining("at most 1000 bytes of values, found more by row 5");
        }

        @Test
        void isRefusedBeforeItsPagesAreUnpacked() throws IOException {
            Path file = Files.createTempFile("guard", ".parquet");
            try {
                Files.write(file, resource(SNAPPY));
                assertGuarded(file, new ParquetLimits(10, 10, 1 << 20, 100, 100), "at most 10 columns, found 16");
                assertGuarded(file, new ParquetLimits(100, 10, 20, 100, 100), "at most 20 bytes in a page");
                assertGuarded(file, new ParquetLimits(100, 10, 1 << 20, 1, 100), "at most 1 values in a page");
                assertGuarded(file, new ParquetLimits(100, 10, 1 << 20, 100, 5), "at most 5 pages");
            } finally {
                Files.delete(file);
            }
        }

        private static void assertGuarded(Path file, ParquetLimits limits, String sentence) {
            assertThatThrownBy(() -> ParquetRows.open(file, limits))
                    .isInstanceOf(ParquetRefused.class)
                    .hasMessageContaining(sentence);
        }
    }

    /** Whatever becomes of it, it costs one refusal. */
    @Nested
    class AProcessThatIsTakenOver {

        private final ParquetFiles hostile = new ParquetFiles(
                new ProgramStart(Misbehaving.class.getName(), 64),
                new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20)));

        @ParameterizedTest
        @CsvSource(delimiter = ':', textBlock = """
                crash:broke down (status 1)
                hoard:read in 64 MiB of memory
                boast:at most 4194304 bytes, found a longer one
                flood:found more by row 1
                stop:broke down (status 0)
                babble:said 63
                nothing:broke down (status 1)
                """)
        void isARefusal(String what, String sentence) {
            assertThatThrownBy(() -> read(hostile, what.getBytes(StandardCharsets.UTF_8), Shape.WHOLE, LONGEST))
                    .isInstanceOf(ParquetRefused.class)
                    .hasMessageContaining(sentence);
        }

        @Test
        void isEndedWhenItSaysNothing() {
            ParquetFiles impatient = new ParquetFiles(
                    new ProgramStart(Misbehaving.class.getName(), 64),
                    new Patience(Duration.ofSeconds(3), Duration.ofSeconds(20)));

            assertThatThrownBy(() -> read(impatient, new byte[] {'h', 'a', 'n', 'g'}, Shape.WHOLE, LONGEST))
                    .isInstanceOf(ParquetRefused.class)
                    .hasMessageContaining("rows at least every 3 s");
        }

        @Test
        void knowsNothingOfTheHubsEnvironment() throws IOException {
            byte[] file = "environment".getBytes(StandardCharsets.UTF_8);

            assertThat(read(hostile, file, Shape.WHOLE, LONGEST).get(1).getFirst())
                    .doesNotContain("PATH", "HOME", "JAVA");
        }
    }
}
