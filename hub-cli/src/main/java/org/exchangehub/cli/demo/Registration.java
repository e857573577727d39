package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        narrator.step(
                "登记数据目录：" + plan.title(),
                "The steward registers the dataset, the head consents, the authority registers and publishes it");
        String code = registered(plan, steward);
        Answer dataset = hub.get(steward, "/api/v1/datasets/" + code).expect(200);
        if (!dataset.text("state").equals("PUBLISHED")) {
            narrator.call(hub.put(steward, "/api/v1/datasets/" + code + "/schema", plan.schema())
                    .expect(200, 201));
            submitAndPublish(code, plan);
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

    /** The way of an entry: handed in, consented to by the department's head, reviewed twice by the authority. */
    private void submitAndPublish(String code, Plan plan) {
        String path = "/api/v1/datasets/" + code;
        Actor steward = cast.person(plan.provider().steward());
        Actor authority = cast.person(Cast.AUTHORITY);
        assess(path, "SECRECY", "Secrecy risk assessed, nothing secret found", steward);
        assess(path, "PERSONAL_INFORMATION", "Impact on personal information assessed, shared masked", steward);
        narrator.call(hub.post(steward, path + "/submissions", JsonNodeFactory.instance.objectNode())
                .expect(200));
        narrator.call(hub.post(cast.person(plan.provider().head()), path + "/consents", approval(null, "同意报送"))
                .expect(200));
        narrator.call(hub.post(authority, path + "/reviews", approval("REGISTRATION", "目录要素齐全，同意登记"))
                .expect(200));
        narrator.call(hub.post(authority, path + "/reviews", approval("PUBLICATION", "同意发布"))
                .expect(200));
    }

    private void assess(String path, String assessment, String line, Actor steward) {
        String file = path + "/assessments/" + assessment + "?fileName=assessment.pdf";
        narrator.call(hub.put(steward, file, "application/pdf", AssessmentPaper.saying(line))
                .expect(200));
    }

    private static ObjectNode approval(@Nullable String stage, String opinion) {
        ObjectNode approval =
                JsonNodeFactory.instance.objectNode().put("decision", "APPROVE").put("opinion", opinion);
        return stage == null ? approval : approval.put("stage", stage);
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
