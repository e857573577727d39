package org.exchangehub.schemas.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.SharedData;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.workbook.Workbook;
import org.exchangehub.schemas.workbook.WorkbookRefused;
import org.junit.jupiter.api.Test;

/** Holds the proposals against truth.tsv: which column of which file means which field. Prints the table of the measurement. */
class ProposalRateTests {

    private static final String FOLDER = "/org/exchangehub/schemas/inference/";

    /** The bar of the real files: right top choice for this share of the columns that have a counterpart. */
    private static final double BAR = 0.8;

    /** What files never looked at while tuning reach, a little below what docs/measurements says; not the bar. */
    private static final double UNSEEN = 0.75;

    /** One column that has a counterpart. */
    record Truth(String set, String file, String column, Set<String> fields) {}

    /** What was proposed for it. */
    record Row(Truth truth, String proposed, double confidence) {
        boolean right() {
            return truth.fields().contains(proposed);
        }
    }

    static List<StandardSchema> newest() {
        Map<String, StandardSchema> newest = new LinkedHashMap<>();
        StandardSchemas.all().forEach(bundled -> newest.put(bundled.dataset(), bundled.schema()));
        return List.copyOf(newest.values());
    }

    private static List<Truth> truths() {
        List<Truth> truths = new ArrayList<>();
        for (String line :
                new String(own("truth.tsv"), StandardCharsets.UTF_8).lines().toList()) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                truths.add(new Truth(cells[0], cells[1], cells[2], Set.of(cells[3].split("\\|"))));
            }
        }
        return truths;
    }

    static byte[] own(String name) {
        try (InputStream in = ProposalRateTests.class.getResourceAsStream(FOLDER + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(String file) throws IOException {
        String name = file.substring(file.indexOf(':') + 1);
        SampleFormat format = SampleFormat.ofFileName(name).orElse(SampleFormat.CSV);
        if (file.startsWith("own:")) {
            return Sample.read(new java.io.ByteArrayInputStream(own(name)), format, Sample.Limits.STANDARD);
        }
        Path path = SharedData.file(name).orElseThrow();
        if (name.endsWith(".xlsx")) {
            return workbook(path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Sample.read(in, format, Sample.Limits.STANDARD);
        }
    }

    private static Sample workbook(Path path) throws IOException {
        try (Workbook workbook = Workbook.open(path, Workbook.Limits.STANDARD)) {
            return Sample.read(workbook, Sample.Limits.STANDARD);
        } catch (WorkbookRefused e) {
            throw new IOException(e);
        }
    }

    /** The file's name as a steward's browser tells it; a digest is none. */
    private static String about(String file) {
        String name = file.replaceFirst("^.*[/:]", "");
        return name.length() > 60 ? "" : name;
    }

    private static List<Row> rows(String prefix) throws IOException {
        List<Row> rows = new ArrayList<>();
        Map<String, List<Truth>> byFile = new LinkedHashMap<>();
        truths().stream()
                .filter(truth -> truth.file().startsWith(prefix))
                .forEach(truth -> byFile.computeIfAbsent(truth.file(), file -> new ArrayList<>())
                        .add(truth));
        for (Map.Entry<String, List<Truth>> file : byFile.entrySet()) {
            Sample sample = sample(file.getKey());
            Proposal.Fit fit = Proposals.propose(sample, newest(), about(file.getKey()))
                    .best()
                    .orElseThrow();
            Mapping mapping = Mapping.parse(fit.mapping());
            assertThat(mapping.unfilled(sample.headers())).isEmpty();
            for (Truth truth : file.getValue()) {
                assertThat(sample.headers()).contains(truth.column());
                rows.add(fit.columns().stream()
                        .filter(choice -> choice.column().equals(truth.column()))
                        .findFirst()
                        .map(choice -> new Row(truth, fit.dataset() + "." + choice.field(), choice.confidence()))
                        .orElseGet(() -> new Row(truth, fit.dataset() + ".–", 0)));
            }
        }
        return rows;
    }

    private static double rate(List<Row> rows, String set) {
        List<Row> counted = rows.stream()
                .filter(row -> set.isEmpty() || row.truth().set().equals(set))
                .toList();
        return (double) counted.stream().filter(Row::right).count() / counted.size();
    }

    private static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(
                "| set | file | column | proposed | confidence | right |\n|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            String file = row.truth().file().replaceFirst("^.*[/:]", "");
            table.append(String.format(
                    "| %s | %s | %s | %s | %.2f | %s |%n",
                    row.truth().set(),
                    file.length() > 40 ? file.substring(0, 8) + "…" : file,
                    row.truth().column(),
                    row.proposed(),
                    row.confidence(),
                    row.right()
                            ? "yes"
                            : "**no**, "
                                    + String.join(
                                            " or ",
                                            row.truth().fields().stream()
                                                    .sorted()
                                                    .toList())));
        }
        return table.toString();
    }

    private static void print(List<Row> rows) throws IOException {
        StringBuilder report = new StringBuilder(table(rows));
        for (String kind : List.of("own:", "shared:")) {
            for (String set : List.of("tuned", "held", "test", "")) {
                List<Row> counted = rows.stream()
                        .filter(row -> row.truth().file().startsWith(kind))
                        .filter(row -> set.isEmpty() || row.truth().set().equals(set))
                        .toList();
                report.append(String.format(
                        "%n%s %s %d of %d",
                        kind, set, counted.stream().filter(Row::right).count(), counted.size()));
            }
        }
        Path file = Path.of("target/mapping-proposals.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
    }

    @Test
    void areRightForOurOwnChineseTables() throws IOException {
        List<Row> rows = rows("own:");

        assertThat(rate(rows, "")).as(table(rows)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void areRightForFourInFiveColumnsOfTheRealFiles() throws IOException {
        assumeThat(SharedData.file("README.md")).as(SharedData.ABSENT).isPresent();
        List<Row> rows = rows("");
        List<Row> real = rows.stream()
                .filter(row -> row.truth().file().startsWith("shared:"))
                .toList();
        print(rows);

        assertThat(rate(real, "")).as(table(rows)).isGreaterThanOrEqualTo(BAR);
        assertThat(rate(real, "tuned")).isGreaterThanOrEqualTo(BAR);
        assertThat(rate(real, "held")).isGreaterThanOrEqualTo(BAR);
        assertThat(rate(real, "test")).isGreaterThanOrEqualTo(UNSEEN);
    }
}
