package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;

/** The other department applies, both sides consent, a grant exists; its application then asks. */
public final class Sharing {

    private final HubApi hub;
    private final Cast cast;
    private final Narrator narrator;

    public Sharing(HubApi hub, Cast cast, Narrator narrator) {
        this.hub = hub;
        this.cast = cast;
        this.narrator = narrator;
    }

    /** An active grant for the plan's consumer; made by application and two consents unless an earlier run did. */
    public void granted(Plan plan, String dataset, LocalDate until) {
        narrator.step(
                "申请共享并由双方同意：" + plan.consumer().client(),
                "The other department applies; its head consents, then the provider's head: a grant exists");
        Actor developer = cast.person(plan.consumer().developer());
        if (activeGrant(developer, plan, dataset)) {
            narrator.say("granted in an earlier run");
            return;
        }
        ObjectNode body = plan.application().deepCopy();
        body.put("dataset", dataset).put("client", plan.consumer().client()).put("until", until.toString());
        Answer application = hub.post(developer, "/api/v1/applications", body).expect(201);
        narrator.call(application);
        String consents = "/api/v1/applications/" + application.text("id") + "/consents";
        narrator.call(consent(plan.consumer().head(), consents, "确需用于本部门履职"));
        Answer granted = consent(plan.provider().head(), consents, "同意按申请的范围和用途共享");
        narrator.call(granted);
        if (!granted.text("state").equals("GRANTED")) {
            throw new StoryBroken("application: expected state GRANTED, found " + granted.body());
        }
        narrator.page(hub.hub().resolve("/datasets/" + dataset + "/access"));
    }

    private boolean activeGrant(Actor developer, Plan plan, String dataset) {
        return hub.get(developer, "/api/v1/grants?dataset=" + dataset).expect(200).items().stream()
                .anyMatch(grant -> grant.path("state").asText().equals("ACTIVE")
                        && grant.path("client").asText().equals(plan.consumer().client()));
    }

    private Answer consent(String head, String path, String opinion) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("decision", "CONSENT").put("opinion", opinion);
        return hub.post(cast.person(head), path, body).expect(200, 201);
    }

    /**
     * The application asks what its grant allows, and is denied what it does not.
     *
     * @param known what somebody has told the application of one record, where it may see none
     */
    public Answer asked(Plan plan, String dataset, Map<String, String> known) {
        return plan.questions().page().isEmpty() ? verified(plan, dataset, known) : queried(plan, dataset);
    }

    /** Verifies what a person says of himself, and learns nothing but whether it is right. */
    private Answer verified(Plan plan, String dataset, Map<String, String> known) {
        Actor application = cast.application(plan.consumer().client()).with("Hub-Purpose", plan.purpose());
        String path = "/api/v1/datasets/" + dataset;
        narrator.step(
                "只核验、不提供数据",
                "Somebody at the counter says who he is: the answer is match or no match, no record leaves");
        ObjectNode right = JsonNodeFactory.instance.objectNode();
        known.forEach(
                (field, value) -> right.withObject(field.equals(plan.questions().keyField()) ? "/key" : "/claims")
                        .put(field, value));
        Answer match = verification(application, path, right, "MATCH");
        ObjectNode wrong = right.deepCopy();
        plan.questions().claims().forEach(claim -> wrong.withObject("/claims").put(claim, "冒名者"));
        verification(application, path, wrong, "NO_MATCH");
        denied(application, path + "/records?" + plan.questions().denied());
        return match;
    }

    private Answer verification(Actor application, String path, ObjectNode body, String expected) {
        Answer answer = hub.post(application, path + "/verifications", body).expect(200);
        narrator.call(answer);
        narrator.say("verification: " + answer.body());
        if (!answer.text("result").equals(expected)) {
            throw new StoryBroken(answer.call() + ": expected " + expected + ", found " + answer.body());
        }
        return answer;
    }

    private void denied(Actor application, String path) {
        narrator.step("越权访问被拒绝并留痕", "What the grant does not cover is refused, and the refusal is on record");
        Answer denied = hub.get(application, path).expect(403);
        narrator.call(denied);
        narrator.say(denied.text("code") + ": " + denied.text("detail"));
    }

    /** Queries a page and one record, verifies claims about it, and is denied what was not granted. */
    private Answer queried(Plan plan, String dataset) {
        Actor application = cast.application(plan.consumer().client()).with("Hub-Purpose", plan.purpose());
        String records = "/api/v1/datasets/" + dataset + "/records";
        narrator.step("按授权查询（已脱敏）", "The application queries: ungranted fields are absent, sensitive ones masked");
        Answer page =
                hub.get(application, records + "?" + plan.questions().page()).expect(200);
        narrator.call(page);
        page.items().stream().limit(2).forEach(item -> narrator.say(item.toString()));
        if (page.items().isEmpty()) {
            throw new StoryBroken(page.call() + ": expected records, found none");
        }
        JsonNode first = page.items().getFirst();
        String key = first.path(plan.questions().keyField()).asText();
        narrator.call(hub.get(application, records + "/" + key).expect(200));
        Answer verified = hub.post(application, "/api/v1/datasets/" + dataset + "/verifications", claims(plan, first))
                .expect(200);
        narrator.call(verified);
        narrator.say("verification: " + verified.body());

        denied(application, records + "?" + plan.questions().denied());
        return page;
    }

    private static ObjectNode claims(Plan plan, JsonNode record) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String keyField = plan.questions().keyField();
        body.putObject("key").set(keyField, record.path(keyField));
        ObjectNode claims = body.putObject("claims");
        plan.questions().claims().forEach(claim -> claims.set(claim, record.path(claim)));
        return body;
    }
}
