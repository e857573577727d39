package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings rows to a source and watches them arrive, be checked and be published. */
public final class Pull {

    private static final Set<String> ENDED = Set.of("PUBLISHED", "REJECTED");

    private final HubApi hub;
    private final Narrator narrator;

    public Pull(HubApi hub, Narrator narrator) {
        this.hub = hub;
        this.narrator = narrator;
    }

    /**
     * A delivery that is on its way.
     *
     * @param before the dataset's batches before it
     * @param rest what is to be delivered after it
     */
    public record Begun(
            Actor steward,
            String dataset,
            String delivery,
            long rows,
            List<JsonNode> before,
            List<Input.Delivery> rest) {}

    /** Brings the first delivery of the input to where the source looks. */
    public Begun begun(Actor steward, String dataset, Input input) {
        return begun(steward, dataset, input.deliveries());
    }

    private Begun begun(Actor steward, String dataset, List<Input.Delivery> deliveries) {
        List<JsonNode> before = batches(steward, dataset);
        Input.Delivery first = deliveries.getFirst();
        long rows = first.bring();
        return new Begun(steward, dataset, first.name(), rows, before, deliveries.subList(1, deliveries.size()));
    }

    /** Waits until all rows of the delivery are accounted for, and delivers the rest likewise. */
    public void finished(Begun first) {
        narrator.step("抽取、校验、发布", "NiFi pulls, the hub checks: good rows are published, bad ones quarantined");
        Begun begun = first;
        while (true) {
            List<JsonNode> after = awaited(begun.steward(), begun.dataset(), received(begun.before()) + begun.rows());
            tell(
                    begun.delivery(),
                    begun.rows(),
                    after.subList(0, after.size() - begun.before().size()));
            if (begun.rest().isEmpty()) {
                break;
            }
            begun = begun(begun.steward(), begun.dataset(), begun.rest());
        }
        narrator.page(hub.hub().resolve("/datasets/" + first.dataset() + "/batches"));
    }

    /** Newest first, once {@code total} rows have been received in batches that have ended. */
    private List<JsonNode> awaited(Actor steward, String dataset, long total) {
        return Patience.until(total + " rows of dataset " + dataset + " have been received", () -> {
            List<JsonNode> batches = batches(steward, dataset);
            return received(batches) >= total ? Optional.of(batches) : Optional.empty();
        });
    }

    private void tell(String name, long rows, List<JsonNode> batches) {
        narrator.say("%s: %d rows in %d batches → inserted %d, updated %d, unchanged %d, deleted %d, quarantined %d"
                .formatted(
                        name,
                        rows,
                        batches.size(),
                        sum(batches, "inserted"),
                        sum(batches, "updated"),
                        sum(batches, "unchanged"),
                        sum(batches, "deleted"),
                        sum(batches, "quarantined")));
        batches.stream()
                .flatMap(batch -> reasons(batch).stream())
                .limit(5)
                .forEach(reason -> narrator.say("  quarantined %d × %s (%s)"
                        .formatted(
                                reason.path("count").asLong(),
                                reason.path("rule").asText(),
                                reason.path("field").asText())));
    }

    private static List<JsonNode> reasons(JsonNode batch) {
        List<JsonNode> reasons = new ArrayList<>();
        batch.path("topReasons").forEach(reasons::add);
        return reasons;
    }

    /** All ended batches of the dataset, newest first. */
    private List<JsonNode> batches(Actor steward, String dataset) {
        List<JsonNode> batches = new ArrayList<>();
        @Nullable String path = "/api/v1/datasets/" + dataset + "/batches?limit=100";
        while (path != null) {
            Answer page = hub.get(steward, path).expect(200);
            page.items().stream()
                    .filter(batch -> ENDED.contains(batch.path("state").asText()))
                    .forEach(batches::add);
            path = page.next().orElse(null);
        }
        return batches;
    }

    private static long received(List<JsonNode> batches) {
        return sum(batches, "received");
    }

    private static long sum(List<JsonNode> batches, String count) {
        return batches.stream()
                .mapToLong(batch -> batch.path("counts").path(count).asLong())
                .sum();
    }
}
