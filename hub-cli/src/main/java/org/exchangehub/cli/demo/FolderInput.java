package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.exchangehub.schemas.samples.SampleCsv;
import org.exchangehub.schemas.samples.Samples;

/** Files dropped into the folder a source watches, each complete before it becomes visible there. */
public final class FolderInput implements Input {

    private final Path folder;
    private final List<Delivery> deliveries;

    private FolderInput(Path folder, List<Delivery> deliveries) {
        this.folder = folder;
        this.deliveries = List.copyOf(deliveries);
    }

    /** One CSV file of generated rows. */
    public static FolderInput csv(Path folder, String file, Samples rows, Charset charset) {
        return new FolderInput(
                folder, List.of(delivery(folder, file, rows.count(), out -> SampleCsv.write(rows, out, charset))));
    }

    /** One XLSX workbook of generated rows. */
    public static FolderInput workbook(Path folder, String file, Samples rows) {
        return new FolderInput(
                folder, List.of(delivery(folder, file, rows.count(), out -> SampleWorkbook.write(rows, out))));
    }

    /** Existing files, dropped one after the other in the given order. */
    public static FolderInput files(Path folder, Charset charset, List<Path> files) {
        return new FolderInput(
                folder,
                files.stream()
                        .map(file -> delivery(
                                folder,
                                file.getFileName().toString(),
                                rows(file, charset),
                                out -> Files.copy(file, out)))
                        .toList());
    }

    @Override
    public ObjectNode settings() {
        return JsonNodeFactory.instance.objectNode().put("folder", folder.toString());
    }

    @Override
    public List<Delivery> deliveries() {
        return deliveries;
    }

    /** Writes a file's bytes. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static Delivery delivery(Path folder, String file, long rows, Content content) {
        return new Delivery() {
            @Override
            public String name() {
                return file;
            }

            @Override
            public long bring() {
                drop(folder, file, content);
                return rows;
            }
        };
    }

    /** Written under a name that the source does not look at, then renamed. */
    private static void drop(Path folder, String file, Content content) {
        Path hidden = folder.resolve("." + file + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(hidden)) {
                content.writeTo(out);
            }
            Files.move(hidden, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot drop " + file + " into " + folder, e);
        }
    }

    /** Rows of a CSV file with a header line, counted by an RFC 4180 reader: fields may hold line breaks. */
    private static long rows(Path file, Charset charset) {
        try (CsvReader<?> reader = CsvReader.builder().ofCsvRecord(file, charset)) {
            return reader.stream().count() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
