package org.exchangehub.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Answer;
import org.exchangehub.cli.demo.Cast;
import org.exchangehub.cli.demo.HubApi;
import org.exchangehub.cli.demo.Inputs;
import org.exchangehub.cli.demo.Narrator;
import org.exchangehub.cli.demo.Story;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.engines.LocalStack;
import org.exchangehub.engines.testing.TestEngines;
import org.jspecify.annotations.Nullable;

/** The hub as it is installed, on all its engines, started once for all journeys. */
final class RunningHub {

    private static @Nullable RunningHub shared;

    final LocalStack stack = TestEngines.shared().hub();
    final Endpoints endpoints = stack.endpoints();
    final HubApi api = new HubApi(endpoints.hub());
    final Cast cast = new Cast(endpoints::personToken, endpoints::clientToken, Clock.systemUTC());
    final Narrator narrator = new Narrator(told());
    final Inputs inputs = new Inputs(endpoints, stack.state().data("departments"));
    final Story story = new Story(api, cast, narrator);

    private RunningHub() {}

    static synchronized RunningHub shared() {
        RunningHub hub = shared;
        if (hub == null) {
            hub = new RunningHub();
            shared = hub;
        }
        return hub;
    }

    static LocalDate inHalfAYear() {
        return LocalDate.now(Clock.systemUTC()).plusMonths(6);
    }

    /** The published dataset with this Chinese title. */
    String datasetTitled(String title) {
        return all(cast.person("authority"), "/api/v1/datasets?limit=100").stream()
                .filter(dataset -> dataset.path("title").path("zh").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .path("code")
                .asText();
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(Actor actor, String path) {
        List<JsonNode> items = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            Answer page = api.get(actor, next.get()).expect(200);
            items.addAll(page.items());
            next = page.next();
        }
        return items;
    }

    /** Sum of one count over all batches of a dataset. */
    long sum(Actor steward, String dataset, String count) {
        return all(steward, "/api/v1/datasets/" + dataset + "/batches?limit=100").stream()
                .mapToLong(batch -> batch.path("counts").path(count).asLong())
                .sum();
    }

    private static PrintWriter told() {
        try {
            return new PrintWriter(
                    Files.newBufferedWriter(
                            Files.createDirectories(Path.of("target")).resolve("story.txt"), StandardCharsets.UTF_8),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
