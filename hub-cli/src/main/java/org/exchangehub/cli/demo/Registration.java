package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A steward registers a dataset, binds its schema and connects its source; the authority reviews and publishes. */
public final class Registration {

    private final HubApi hub;
    private final Cast cast;
    private final Narrator narrator;

    public Registration(HubApi hub, Cast cast, Narrator narrator) {
        this.hub = hub;
        this.cast = cast;
        this.narrator = narrator;
    }

    /** The code of the plan's dataset, registered and published; found again when an earlier run has done it. */
    public String published(Plan plan) {
        Actor steward = cast.person(plan.provider().steward());
        narrator.step("登记数据目录：" + plan.title(), "The steward registers the dataset, the authority publishes it");
        String code = registered(plan, steward);
        Answer dataset = hub.get(steward, "/api/v1/datasets/" + code).expect(200);
        if (!dataset.text("state").equals("PUBLISHED")) {
            narrator.call(hub.put(steward, "/api/v1/datasets/" + code + "/schema", plan.schema())
                    .expect(200, 201));
            submitAndPublish(code, steward);
        }
        narrator.page(hub.hub().resolve("/datasets/" + code));
        return code;
    }

    private String registered(Plan plan, Actor steward) {
        String title = plan.dataset().path("title").path("zh").asText();
        Optional<JsonNode> earlier = hub
                .get(steward, "/api/v1/datasets?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8))
                .expect(200)
                .items()
                .stream()
                .filter(item -> item.path("title").path("zh").asText().equals(title))
                .findFirst();
        if (earlier.isPresent()) {
            narrator.say("already registered by an earlier run");
            return earlier.get().path("code").asText();
        }
        Answer created = hub.post(steward, "/api/v1/datasets", plan.dataset()).expect(201);
        narrator.call(created);
        return created.text("code");
    }

    private void submitAndPublish(String code, Actor steward) {
        String path = "/api/v1/datasets/" + code;
        narrator.call(hub.post(steward, path + "/submissions", JsonNodeFactory.instance.objectNode())
                .expect(200, 201));
        ObjectNode review =
                JsonNodeFactory.instance.objectNode().put("decision", "APPROVE").put("opinion", "目录要素齐全，同意发布");
        Answer reviewed =
                hub.post(cast.person(Cast.AUTHORITY), path + "/reviews", review).expect(200, 201);
        narrator.call(reviewed);
    }

    /** Stops the plan's source, whose place goes away; the next run starts it again. */
    public void rested(Plan plan) {
        narrator.step("停止数据源：" + plan.sourceCode(), "The place of this source goes away with the story: it is stopped");
        String stops = "/api/v1/sources/" + plan.sourceCode() + "/stops";
        narrator.call(
                hub.post(cast.person(plan.provider().steward()), stops, null).expect(200));
    }

    private void resumed(Plan plan, Actor steward) {
        String source = "/api/v1/sources/" + plan.sourceCode();
        if (hub.get(steward, source).text("state").equals("STOPPED")) {
            narrator.call(hub.post(steward, source + "/starts", null).expect(200));
        }
    }

    /** Connects the plan's source with these settings; the hub provisions and starts the NiFi flow. */
    public void connected(Plan plan, String dataset, JsonNode settings) {
        Actor steward = cast.person(plan.provider().steward());
        narrator.step("连接数据源：" + plan.sourceCode(), "The hub provisions and starts the NiFi flow of the source");
        if (hub.get(steward, "/api/v1/sources/" + plan.sourceCode()).status() == 200) {
            narrator.say("already connected by an earlier run");
            resumed(plan, steward);
        } else {
            ObjectNode source = plan.source().deepCopy();
            source.withObject("settings").setAll((ObjectNode) settings);
            narrator.call(hub.post(steward, "/api/v1/datasets/" + dataset + "/sources", source)
                    .expect(201));
        }
        Answer running = Patience.until("source " + plan.sourceCode() + " is running", () -> {
            Answer source =
                    hub.get(steward, "/api/v1/sources/" + plan.sourceCode()).expect(200);
            if (source.text("state").equals("FAILED")) {
                throw new StoryBroken("source " + plan.sourceCode() + " failed: "
                        + source.body().at("/lastError/en").asText());
            }
            return source.text("state").equals("RUNNING") ? Optional.of(source) : Optional.empty();
        });
        narrator.say("state " + running.text("state") + ", client " + running.text("client"));
        narrator.page(hub.hub().resolve("/datasets/" + dataset + "/sources"));
    }
}
