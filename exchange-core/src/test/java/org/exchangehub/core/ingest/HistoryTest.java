package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.exchangehub.core.publication.Change;
import org.exchangehub.core.publication.ChangeFeed;
import org.exchangehub.core.publication.ChangePage;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.canonical.CanonicalRecords;
import org.exchangehub.schemas.canonical.DatasetDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a dataset was and how it became what it is. */
@HubTest
class HistoryTest {

    private static final List<String> FIELDS = List.of("id", "owner", "staff");

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final ChangeFeed feed;

    HistoryTest(HubClient hub, JdbcClient jdbc, ChangeFeed feed) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.feed = feed;
    }

    private static String path(Sender sender, String rest) {
        return "/api/v1/datasets/" + sender.dataset() + rest;
    }

    private static Answer undo(Sender sender, long release) {
        return sender.steward().post(path(sender, "/releases/" + release + "/undo"), "{\"reason\": \"发错了文件\"}");
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        answer.json().path("items").forEach(items::add);
        return items;
    }

    /** The table one gets by applying the feed, page by page, to an empty one; checks that no number is missing. */
    private Map<String, String> replayed(Sender sender, int pageSize) {
        Map<String, String> table = new TreeMap<>();
        List<Long> numbers = new ArrayList<>();
        ChangePage page = feed.after(sender.dataset(), List.of(), FIELDS, 0, pageSize);
        while (!page.changes().isEmpty()) {
            page.changes().forEach(change -> apply(change, table, numbers));
            page = feed.after(sender.dataset(), List.of(), FIELDS, page.next(), pageSize);
        }
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(1, page.last()).boxed().toList());
        return table;
    }

    private static void apply(Change change, Map<String, String> table, List<Long> numbers) {
        numbers.add(change.seq());
        String id = Objects.requireNonNull(change.record().key().get("id"));
        String before =
                switch (change.kind()) {
                    case INSERT, UPDATE ->
                        table.put(
                                id,
                                change.record().values().get("owner") + "/"
                                        + change.record().values().get("staff"));
                    case DELETE -> table.remove(id);
                };
        assertThat(before == null).as("%s", change).isEqualTo(change.kind() == Change.Kind.INSERT);
    }

    private static Map<String, String> current(Sender sender) {
        Map<String, String> table = new TreeMap<>();
        for (Map<String, @Nullable Object> row : sender.current()) {
            table.put(String.valueOf(row.get("id")), row.get("owner") + "/" + row.get("staff"));
        }
        return table;
    }

    @Nested
    class TheChangeFeed {

        @Test
        void givesTheCurrentRowsWhenItIsAppliedToAnEmptyTable() {
            Sender sender = new Sender(hub, jdbc, 800);
            Random random = new Random(20261123);
            List<String> modes = List.of("UPSERT", "SNAPSHOT", "CHANGES");
            for (int batch = 0; batch < 12; batch++) {
                String mode = modes.get(random.nextInt(modes.size()));
                StringBuilder csv = new StringBuilder("_op,id,owner,staff\n");
                random.ints(0, 40)
                        .distinct()
                        .limit(random.nextInt(1, 20))
                        .forEach(id -> csv.append(mode.equals("CHANGES") ? (random.nextInt(3) == 0 ? "D" : "U") : "I")
                                .append(",R%02d,o%d,%d%n".formatted(id, random.nextInt(3), random.nextInt(5))));
                sender.send(mode, csv.toString());
                if (batch % 4 == 3) {
                    undo(
                            sender,
                            items(sender.steward().get(path(sender, "/releases")))
                                    .getFirst()
                                    .path("number")
                                    .asLong());
                }
            }

            assertThat(replayed(sender, 7)).isEqualTo(current(sender));
            assertThat(replayed(sender, 1_000)).isEqualTo(current(sender));
        }

        @Test
        void givesTheDigestOfEachReleaseToWhoeverAppliesIt() {
            Sender sender = new Sender(hub, jdbc, 808);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\nC,z,3\n");
            sender.send("CHANGES", "_op,id,owner,staff\nU,A,x,9\nD,B,,\nI,D,n,4\n");
            sender.send("SNAPSHOT", "id,owner,staff\nA,x,1\nB,y,2\nC,z,3\n");

            assertThat(digest(sender, 2)).isEqualTo(digest(Map.of("A", "x/9", "C", "z/3", "D", "n/4")));
            assertThat(digest(sender, 3)).isEqualTo(digest(replayed(sender, 2))).isEqualTo(digest(sender, 1));
            assertThat(digest(sender, 1)).isNotEqualTo(digest(sender, 2));
        }

        private String digest(Sender sender, long release) {
            Answer answer = sender.steward().get(path(sender, "/releases/" + release + "/digest"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.json().path("digest").asString();
        }

        /** As a receiver makes it who knows nothing but the schema and the records. */
        private static String digest(Map<String, String> table) {
            CanonicalRecords records = CanonicalRecords.of(StandardSchema.parse(Sender.SCHEMA));
            DatasetDigest digest = new DatasetDigest();
            table.forEach((id, rest) -> {
                String[] parts = rest.split("/", -1);
                digest.add(records.digest(
                        Arrays.asList(id, parts[0], Long.valueOf(parts[1]), null, null, null, null, null, null)));
            });
            return digest.digest().hex();
        }

        @Test
        void goesOnFromItsCursorForTheOwner() {
            Sender sender = new Sender(hub, jdbc, 801);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\n");
            Answer first = sender.steward().get(path(sender, "/changes?limit=1"));
            Answer second = sender.steward().get(next(first));
            Answer third = sender.steward().get(next(second));
            sender.send("CHANGES", "_op,id,owner,staff\nD,A,,\n");
            Answer fourth = sender.steward().get(next(third));

            assertThat(items(first))
                    .extracting(item -> item.at("/record/id").asString())
                    .containsExactly("A");
            assertThat(items(second))
                    .extracting(item -> item.path("op").asString())
                    .containsExactly("INSERT");
            assertThat(items(third)).isEmpty();
            assertThat(items(fourth)).hasSize(1).first().satisfies(item -> {
                assertThat(item.path("op").asString()).isEqualTo("DELETE");
                assertThat(item.path("seq").asLong()).isEqualTo(3);
                assertThat(item.path("record").toString()).isEqualTo("{\"id\":\"A\"}");
            });
        }

        private static String next(Answer answer) {
            String link = answer.header("Link").orElseThrow();
            return link.substring(1, link.indexOf('>'));
        }
    }

    @Nested
    class ARecord {

        @Test
        void isGivenAsItWas() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 802);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\n");
            String before = moment();
            sender.send("SNAPSHOT", "id,owner,staff\nA,x,7\nC,z,3\n");

            assertThat(sender.steward()
                            .get(path(sender, "/records/A?asOf=" + before))
                            .json()
                            .path("staff")
                            .asLong())
                    .isEqualTo(1);
            assertThat(items(sender.steward().get(path(sender, "/records?limit=1&asOf=" + before))))
                    .hasSize(1);
            assertThat(items(sender.steward().get(path(sender, "/records?asOf=" + before))))
                    .extracting(item -> item.path("id").asString())
                    .containsExactly("A", "B");
            assertThat(sender.steward().get(path(sender, "/records/B")).status())
                    .isEqualTo(404);
            assertThat(sender.steward()
                            .get(path(sender, "/records?asOf=2000-01-01T00:00:00Z"))
                            .json()
                            .path("items"))
                    .isEmpty();
            assertThat(sender.steward()
                            .get(path(sender, "/records?asOf=yesterday"))
                            .json()
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("asOf");
        }

        @Test
        void tellsAllItEverWas() {
            Sender sender = new Sender(hub, jdbc, 803);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\n");
            sender.send("UPSERT", "id,owner,staff\nA,x,2\n");
            sender.send("CHANGES", "_op,id,owner,staff\nD,A,,\n");
            sender.send("UPSERT", "id,owner,staff\nA,x,3\n");

            List<JsonNode> versions = items(sender.steward().get(path(sender, "/records/A/versions")));

            assertThat(versions)
                    .extracting(version -> "%d-%s %s %s"
                            .formatted(
                                    version.path("release").asInt(),
                                    version.path("until").asString("now"),
                                    version.path("deleted").asBoolean(),
                                    version.at("/record/staff").asInt()))
                    .containsExactly("4-now false 3", "2-3 true 2", "1-2 false 1");
            assertThat(sender.steward().get(path(sender, "/records/Z/versions")).status())
                    .isEqualTo(404);
        }

        private static String moment() throws InterruptedException {
            Thread.sleep(5);
            String now = java.time.Instant.now().toString();
            Thread.sleep(5);
            return now;
        }
    }

    @Nested
    class TakingAReleaseBack {

        @Test
        void makesTheRowsAsTheyWereAndLosesNothing() {
            Sender sender = new Sender(hub, jdbc, 804);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\nC,z,3\n");
            Map<String, String> before = current(sender);
            sender.send("CHANGES", "_op,id,owner,staff\nU,A,x,9\nD,B,,\nI,D,n,4\n");

            Answer undone = undo(sender, 2);

            assertThat(undone.status()).as(undone.text()).isEqualTo(201);
            assertThat(undone.json().path("undoes").asLong()).isEqualTo(2);
            assertThat("%s %s %s"
                            .formatted(
                                    undone.json().path("inserted"),
                                    undone.json().path("updated"),
                                    undone.json().path("deleted")))
                    .isEqualTo("1 1 1");
            assertThat(current(sender)).isEqualTo(before);
            assertThat(replayed(sender, 3)).isEqualTo(before);
            assertThat(sender.count("select count(*) from " + sender.table())).isEqualTo(7);
        }

        @Test
        void canItselfBeTakenBack() {
            Sender sender = new Sender(hub, jdbc, 805);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\n");
            sender.send("SNAPSHOT", "id,owner,staff\nB,y,2\n");
            Map<String, String> second = current(sender);

            undo(sender, 2);
            undo(sender, 3);

            assertThat(current(sender)).isEqualTo(second);
            assertThat(replayed(sender, 100)).isEqualTo(second);
        }

        @Test
        void isForTheLastReleaseTheOwnersStewardAndAReasonOnly() {
            Sender sender = new Sender(hub, jdbc, 806);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\n");
            sender.send("UPSERT", "id,owner,staff\nA,x,1\n");

            assertThat(undo(sender, 1).status()).isEqualTo(409);
            assertThat(undo(sender, 2).json().path("detail").asString()).contains("changed nothing");
            assertThat(undo(sender, 3).status()).isEqualTo(404);
            assertThat(sender.steward()
                            .post(path(sender, "/releases/2/undo"), "{}")
                            .status())
                    .isEqualTo(422);
            assertThat(hub.as("approval-steward")
                            .post(path(sender, "/releases/2/undo"), "{\"reason\": \"x\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("approval-steward").get(path(sender, "/releases")).status())
                    .isEqualTo(403);
        }

        @Test
        void letsCorrectedRowsWaitAgain() {
            Sender sender = new Sender(hub, jdbc, 807);
            JsonNode bad = sender.send("UPSERT", "id,owner,staff\nA,x,many\nB,y,2\n");
            String id = bad.path("id").asString();
            Answer opened = sender.source()
                    .post(
                            path(sender, "/batches"),
                            "{\"batchKey\": \"corrected\", \"mode\": \"UPSERT\", \"corrects\": \"%s\"}".formatted(id));
            String correction = opened.json().path("id").asString();
            sender.part(correction, 1, Sender.CSV, Sender.bytes("_row,id,owner,staff\n1,A,x,1\n"));
            sender.commit(correction, 1, 0, 1);
            assertThat(unresolved(sender, id)).isZero();

            undo(sender, 2);

            assertThat(unresolved(sender, id)).isEqualTo(1);
        }

        private static long unresolved(Sender sender, String batch) {
            return sender.steward()
                    .get("/api/v1/batches/" + batch)
                    .json()
                    .path("unresolved")
                    .asLong(-1);
        }
    }
}
