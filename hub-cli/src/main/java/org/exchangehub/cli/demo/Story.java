package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The whole story of some datasets: registered, pulled, published, applied for, granted, queried, denied, verified. */
public final class Story {

    private final HubApi hub;
    private final Cast cast;
    private final Narrator narrator;
    private final Registration registration;
    private final Pull pull;
    private final Sharing sharing;

    public Story(HubApi hub, Cast cast, Narrator narrator) {
        this.hub = hub;
        this.cast = cast;
        this.narrator = narrator;
        this.registration = new Registration(hub, cast, narrator);
        this.pull = new Pull(hub, narrator);
        this.sharing = new Sharing(hub, cast, narrator);
    }

    public Registration registration() {
        return registration;
    }

    /**
     * Tells it for these datasets.
     *
     * @param until last day of the grants
     * @return for each dataset the answer its consumer's application got
     */
    public Map<Plan, Answer> tell(Map<Plan, Input> datasets, LocalDate until) {
        Map<Plan, String> codes = brought(datasets);
        Map<Plan, Answer> answers = new LinkedHashMap<>();
        codes.forEach((plan, code) -> {
            if (!plan.shared()) {
                return;
            }
            narrator.chapter(plan.title());
            sharing.granted(plan, code, until);
            answers.put(plan, sharing.asked(plan, code, known(datasets, plan)));
            found(code);
        });
        datasets.forEach((plan, input) -> {
            if (!input.lasting()) {
                registration.rested(plan);
            }
        });
        return answers;
    }

    /** Connects all sources, which then pull side by side, and waits for one after the other. */
    private Map<Plan, String> brought(Map<Plan, Input> datasets) {
        Map<Plan, String> codes = new LinkedHashMap<>();
        Map<Plan, Pull.Begun> begun = new LinkedHashMap<>();
        datasets.forEach((plan, input) -> {
            if (!plan.standsAlone()) {
                finish(begun);
            }
            narrator.chapter(plan.title());
            String code = registration.published(plan.referring(codes));
            registration.connected(plan, code, input.settings());
            begun.put(plan, pull.begun(cast.person(plan.provider().steward()), code, input));
            codes.put(plan, code);
        });
        finish(begun);
        return codes;
    }

    private void finish(Map<Plan, Pull.Begun> begun) {
        begun.forEach((plan, pulled) -> {
            narrator.chapter(plan.title());
            pull.finished(pulled);
        });
        begun.clear();
    }

    private static Map<String, String> known(Map<Plan, Input> datasets, Plan plan) {
        Input input = datasets.get(plan);
        return input == null ? Map.of() : input.known();
    }

    /** The audit administrator finds the accesses; the search projection follows the log within a moment. */
    private void found(String dataset) {
        narrator.step("审计管理员检索访问日志", "The audit administrator finds who asked, allowed and denied");
        String path = "/api/v1/audit/entries?dataset=" + dataset + "&limit=5";
        Answer entries = Patience.until("accesses to " + dataset + " can be searched", () -> {
            Answer page = hub.get(cast.person(Cast.AUDITOR), path).expect(200);
            boolean deniedIsThere = page.items().stream()
                    .anyMatch(entry -> entry.path("outcome").asText().equals("DENIED"));
            return deniedIsThere ? Optional.of(page) : Optional.empty();
        });
        narrator.call(entries);
        for (JsonNode entry : entries.items()) {
            narrator.say("#" + entry.path("index").asText() + " "
                    + entry.path("kind").asText() + " " + entry.path("outcome").asText());
        }
        narrator.page(hub.hub().resolve("/audit/entries?dataset=" + dataset));
    }
}
