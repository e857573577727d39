package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubClient.Session;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers of several countries as their owners filed them, sent as they are with a mapping: {@code real/files.tsv} says of
 * each what comes of it, {@code real/<dataset>.json} holds the dataset's schema and the mapping.
 */
@HubTest
class RealFilesTest {

    private static final String ABSENT =
            "skipped: no folder of shared data; name one by the environment variable HUB_SHARED_DATA";
    private static final Path FOLDER =
            Path.of(Objects.requireNonNullElse(System.getenv("HUB_SHARED_DATA"), "../../shared/data"));
    private static final int FIRST_NUMBER = 850;
    private static final String RESTAURANTS = "restaurants";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final Map<String, Sender> senders = new LinkedHashMap<>();

    RealFilesTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /**
     * A file and what is to come of it.
     *
     * @param counts received, inserted, updated, unchanged, quarantined, warnings; of a refused upload its status
     * @param reasons rule, field and count of the most frequent; of a refused upload a piece of what it says
     */
    private record Case(String dataset, String file, String sent, String state, String counts, String reasons) {

        static Case of(String line) {
            String[] cells = line.split("\t", -1);
            return new Case(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        String type() {
            return switch (sent) {
                case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                case "json" -> "application/json";
                default -> Sender.CSV;
            };
        }

        byte[] content() throws IOException {
            byte[] plain = Files.readAllBytes(FOLDER.resolve(file));
            if (!sent.equals("csv.gz")) {
                return plain;
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            }
            return packed.toByteArray();
        }
    }

    @TestFactory
    Stream<DynamicTest> aRealFileGoesInByMappingAndUploadWithSensibleReasons() {
        return resource("files.tsv")
                .lines()
                .skip(1)
                .map(Case::of)
                .map(each -> DynamicTest.dynamicTest(each.dataset() + " " + each.file(), () -> check(each)));
    }

    private void check(Case expected) throws IOException {
        assumeThat(FOLDER).as(ABSENT).isDirectory(); // here, as a factory that is skipped is not reported
        Sender sender = senders.computeIfAbsent(expected.dataset(), this::registered);
        String batch = opened(sender, expected);
        Answer put = put(sender, batch, expected);
        if (expected.state().equals("REFUSED")) {
            assertThat(put.status()).as(put.text()).isEqualTo(Integer.parseInt(expected.counts()));
            assertThat(put.json().path("detail").asString()).contains(expected.reasons());
            return;
        }
        assertThat(put.status()).as(put.text()).isEqualTo(204);
        Answer done = sender.steward().post("/api/v1/batches/" + batch + "/commit", "{\"parts\": 1, \"rejects\": 0}");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(List.of(
                        done.json().path("state").asString(),
                        counts(done.json().path("counts")),
                        reasons(done.json().path("topReasons"))))
                .containsExactly(expected.state(), expected.counts(), expected.reasons());
    }

    private Sender registered(String dataset) {
        String schema = resource(dataset + ".json", "schema");
        Sender restaurants = senders.get(RESTAURANTS);
        String bound = restaurants == null ? schema : schema.replace("$RESTAURANTS", restaurants.dataset());
        return new Sender(hub, jdbc, FIRST_NUMBER + senders.size(), bound);
    }

    private static String opened(Sender sender, Case sent) {
        Answer answer = sender.steward()
                .post(
                        "/api/v1/datasets/" + sender.dataset() + "/batches",
                        "{\"batchKey\": \"%s\", \"mode\": \"UPSERT\", \"mapping\": %s}"
                                .formatted(sent.file(), resource(sent.dataset() + ".json", "mapping")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static Answer put(Sender sender, String batch, Case sent) throws IOException {
        byte[] content = sent.content();
        Session session = sender.steward().header("Content-Digest", Sender.digest(content));
        Session coded = sent.sent().equals("csv.gz") ? session.header("Content-Encoding", "gzip") : session;
        return coded.send("PUT", "/api/v1/batches/" + batch + "/parts/1", sent.type(), content);
    }

    private static String counts(JsonNode counts) {
        return Stream.of("received", "inserted", "updated", "unchanged", "quarantined", "warnings")
                .map(name -> counts.path(name).asString())
                .collect(Collectors.joining(" "));
    }

    private static String reasons(JsonNode reasons) {
        List<String> shown = new ArrayList<>();
        reasons.forEach(reason -> shown.add("%s %s %s"
                .formatted(
                        reason.path("rule").asString(),
                        reason.path("field").asString(),
                        reason.path("count").asString())));
        return String.join(", ", shown);
    }

    private static String resource(String name, String part) {
        return JsonMapper.shared().readTree(resource(name)).path(part).toString();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RealFilesTest.class.getResourceAsStream("real/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
