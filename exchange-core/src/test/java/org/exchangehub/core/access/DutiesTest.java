package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.ingest.Sender;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.work.Deadline;
import org.exchangehub.core.work.Deadline.State;
import org.exchangehub.core.work.DeadlineKind;
import org.exchangehub.core.work.Deadlines;
import org.exchangehub.core.work.Subject;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The clocks of replies, deliveries and disposals (Decree 809, Arts. 21, 22 and 27). */
@HubTest
class DutiesTest {

    private static final String CONSENT = "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final GrantUpkeep upkeep;

    DutiesTest(HubClient hub, JdbcClient jdbc, Deadlines deadlines, GrantUpkeep upkeep) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.upkeep = upkeep;
    }

    private Optional<Deadline> clock(DeadlineKind kind, String type, String id) {
        return deadlines.last(kind, new Subject(type, id, new LocalizedText("", ""), "/"));
    }

    @Nested
    class AReply {

        private Applying applying = new Applying(hub, "");

        private Answer act(String as, String id, String what, String body) {
            return hub.as(as).post(Applying.APPLICATIONS + "/" + id + "/" + what, body);
        }

        private String withTheProvider() {
            applying = new Applying(hub, Ground.published(hub, jdbc));
            String id = applying.submitted();
            assertThat(reply(id)).as("not with the provider yet").isEmpty();
            applying.consent("approval-head", id, "CONSENT", "确需");
            return id;
        }

        private Optional<Deadline> reply(String id) {
            return clock(DeadlineKind.REPLY_CONDITIONAL, "application", id);
        }

        private State state(String id) {
            return reply(id).orElseThrow().state();
        }

        @Test
        void isDueFromTheApplicantsHeadsConsentOn() {
            String id = withTheProvider();

            assertThat(reply(id)).hasValueSatisfying(deadline -> {
                assertThat(deadline.state()).isEqualTo(State.RUNNING);
                assertThat(deadline.days()).isEqualTo(10);
                assertThat(deadline.department()).isEqualTo("market-supervision");
            });
            applying.consent("market-head", id, "CONSENT", "同意");
            assertThat(state(id)).isEqualTo(State.MET);
        }

        @Test
        void isGivenByARefusalToo() {
            String id = withTheProvider();

            applying.consent("market-head", id, "REFUSE", "与职责无关");

            assertThat(state(id)).isEqualTo(State.MET);
        }

        @Test
        void waitsWhileTheApplicantSupplements() {
            String id = withTheProvider();

            act("market-head", id, "supplement-requests", "{\"items\": [\"依据文件\"]}");
            assertThat(state(id)).isEqualTo(State.PAUSED);
            act("approval-developer", id, "supplements", "{\"answers\": [\"见附件\"]}");
            assertThat(state(id)).isEqualTo(State.RUNNING);
        }

        @Test
        void waitsOnUntilTheApplicantsHeadHasConsentedToOtherTerms() {
            String id = withTheProvider();
            act("market-head", id, "supplement-requests", "{\"items\": [\"缩小范围\"]}");
            ObjectNode given = JsonMapper.shared().createObjectNode();
            given.putArray("answers").add("已缩小");
            given.set("application", applying.application().put("scope", "仅市级窗口"));

            act("approval-developer", id, "supplements", given.toString());
            assertThat(state(id)).isEqualTo(State.PAUSED);
            applying.consent("approval-head", id, "CONSENT", "确需");
            assertThat(state(id)).isEqualTo(State.RUNNING);
        }

        @Test
        void hasMoreTimeOnceTheAuthorityConsents() {
            String id = withTheProvider();
            act("market-head", id, "extension-requests", "{\"days\": 7, \"reason\": \"需核实\"}");
            assertThat(reply(id).orElseThrow().extension()).isZero();

            act("authority", id, "extension-decisions", CONSENT);

            assertThat(reply(id).orElseThrow().extension()).isEqualTo(7);
        }

        @Test
        void isNoLongerDueAfterAWithdrawal() {
            String id = withTheProvider();

            act("approval-developer", id, "withdrawals", "{\"reason\": \"不再需要\"}");

            assertThat(state(id)).isEqualTo(State.VOID);
        }

        @Test
        void isDueWithinADayForWhatIsSharedUnconditionally() {
            ObjectNode entry =
                    Entries.json().put("shareAttribute", "UNCONDITIONAL").putNull("shareCondition");
            applying = new Applying(hub, Ground.published(hub, jdbc, entry));
            String id = applying.submitted();
            applying.consent("approval-head", id, "CONSENT", "确需");

            assertThat(clock(DeadlineKind.REPLY_UNCONDITIONAL, "application", id))
                    .hasValueSatisfying(deadline -> assertThat(deadline.days()).isEqualTo(1));
            assertThat(act("market-head", id, "extension-requests", "{\"days\": 1, \"reason\": \"需核实\"}")
                            .status())
                    .as("nothing is added to a day")
                    .isEqualTo(409);

            hub.as("market-head")
                    .post("/api/v1/standing-consents", "{\"dataset\": \"%s\"}".formatted(applying.dataset()));
            String atOnce = applying.submitted();
            applying.consent("approval-head", atOnce, "CONSENT", "确需");
            assertThat(clock(DeadlineKind.REPLY_UNCONDITIONAL, "application", atOnce)
                            .map(Deadline::state))
                    .contains(State.MET);
        }
    }

    @Nested
    class ADelivery {

        private State state(String grant) {
            return clock(DeadlineKind.DELIVERY, "grant", grant).orElseThrow().state();
        }

        private String grantedOf(Sender sender) {
            Applying applying = new Applying(hub, sender.dataset());
            ObjectNode body = applying.application();
            body.putArray("modes").add("QUERY");
            body.putArray("fields").addObject().put("field", "id").put("access", "CLEAR");
            body.putArray("rowFilter");
            return applying.granted(body);
        }

        @Test
        void isMadeWithTheFirstDataThatCanBeCalled() {
            Sender sender = new Sender(hub, jdbc, 905);
            jdbc.sql("update hub.dataset set entry = entry || :more::jsonb where code = :code")
                    .param("code", sender.dataset())
                    .param("more", "{\"shareAttribute\": \"CONDITIONAL\", \"shareModes\": [\"SERVICE\"], \"level\": 3}")
                    .update();
            String waiting = grantedOf(sender);
            upkeep.run();
            assertThat(state(waiting)).as("nothing is published").isEqualTo(State.RUNNING);

            sender.send("UPSERT", "id,owner,staff\nS1,王小明,3\n");
            upkeep.run();

            assertThat(state(waiting)).isEqualTo(State.MET);
            assertThat(state(grantedOf(sender))).as("of what is there already").isEqualTo(State.MET);
        }

        @Test
        void isNotDueOfAGrantThatIsOver() {
            Applying applying = new Applying(hub, Ground.published(hub, jdbc));
            String grant = applying.granted();
            assertThat(state(grant)).isEqualTo(State.RUNNING);

            applying.interfere("authority", grant, "terminations");

            assertThat(state(grant)).isEqualTo(State.VOID);
        }
    }

    @Nested
    class ADisposal {

        @Test
        void isCertifiedInTimeAfterTheGrantsEnd() {
            Applying applying = new Applying(hub, Ground.published(hub, jdbc));
            String grant = applying.granted();
            applying.interfere("authority", grant, "terminations");

            assertThat(clock(DeadlineKind.DISPOSAL, "grant", grant)).hasValueSatisfying(deadline -> {
                assertThat(deadline.state()).isEqualTo(State.RUNNING);
                assertThat(deadline.department()).isEqualTo("administrative-approval");
            });
            hub.as("approval-head")
                    .post(
                            Applying.GRANTS + "/" + grant + "/disposal-certificates",
                            "{\"method\": \"DESTROYED\", \"statement\": \"已清除\", \"disposedOn\": \"2020-01-02\"}");
            assertThat(clock(DeadlineKind.DISPOSAL, "grant", grant)
                            .orElseThrow()
                            .state())
                    .isEqualTo(State.MET);
        }
    }
}
