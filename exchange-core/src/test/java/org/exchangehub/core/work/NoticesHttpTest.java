package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What people are told, and their inboxes. */
@HubTest
class NoticesHttpTest {

    private static final Who BY = new Who("somebody", "catalog-ui", "market-supervision");
    private static final String INBOX = "/api/v1/notices";

    private final HubClient hub;
    private final Notices notices;
    private final Deadlines deadlines;
    private final DeadlineWatch watch;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    NoticesHttpTest(
            HubClient hub,
            Notices notices,
            Deadlines deadlines,
            DeadlineWatch watch,
            Inbox inbox,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.hub = hub;
        this.notices = notices;
        this.deadlines = deadlines;
        this.watch = watch;
        this.inbox = inbox;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    private static Subject subject() {
        String id = UUID.randomUUID().toString();
        return new Subject("application", id, new LocalizedText("申请甲", "application A"), "/applications/" + id);
    }

    private static Notice due(Subject subject, Recipient... recipients) {
        return Notice.of("work.deadline-near", subject, recipients)
                .with("task", "答复")
                .with("taskEn", "Reply")
                .with("article", "Art. 21")
                .with("dueOn", "2026-12-04");
    }

    private void send(Notice notice) {
        transaction.executeWithoutResult(status -> notices.send(notice, BY));
    }

    /** Somebody with an inbox of their own. */
    private HubClient.Session person(String name, String department, Role... roles) {
        List<String> realm = java.util.Arrays.stream(roles).map(Role::realmRole).toList();
        return hub.with(hub.tokens().person(name, List.of(department), realm));
    }

    private static List<JsonNode> about(Answer answer, Subject subject) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").values().stream()
                .filter(item -> item.at("/subject/id").asString().equals(subject.id()))
                .toList();
    }

    @Nested
    class Sending {

        @Test
        void needsATransactionAndIsNeverSaidWhenItIsRolledBack() {
            Subject subject = subject();
            assertThatExceptionOfType(IllegalTransactionStateException.class)
                    .isThrownBy(() -> notices.send(due(subject, Recipient.person("x")), BY));

            transaction.executeWithoutResult(status -> {
                notices.send(due(subject, Recipient.office("inbox-a", Role.STEWARD)), BY);
                status.setRollbackOnly();
            });

            assertThat(about(person("a", "inbox-a", Role.STEWARD).get(INBOX), subject))
                    .isEmpty();
        }

        @Test
        void isRefusedWithoutTextsAndWithNamesThatStandForNothing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> send(Notice.of("work.unheard-of", subject(), Recipient.person("x"))))
                    .withMessageContaining("no text");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> send(Notice.of("work.deadline-near", subject(), Recipient.person("x"))))
                    .withMessageContaining("{task}");
        }
    }

    @Nested
    class AnInbox {

        @Test
        void holdsWhatIsToOnesDepartmentInOnesRoleOrToOneself() {
            Subject subject = subject();
            send(due(subject, Recipient.office("inbox-b", Role.STEWARD)));

            JsonNode shown = about(person("b", "inbox-b", Role.STEWARD).get(INBOX), subject)
                    .getFirst();
            assertThat(shown.at("/title/zh").asString()).isEqualTo("即将到期：申请甲");
            assertThat(shown.at("/text/en").asString())
                    .isEqualTo("\"Reply\" is due by the end of 2026-12-04 (Art. 21).");
            assertThat(shown.at("/subject/link").asString()).isEqualTo("/applications/" + subject.id());
            assertThat(about(person("c", "inbox-c", Role.STEWARD).get(INBOX), subject))
                    .as("another department")
                    .isEmpty();
            assertThat(about(person("d", "inbox-b", Role.DEVELOPER).get(INBOX), subject))
                    .as("another role")
                    .isEmpty();

            Subject own = subject();
            String e = UUID.nameUUIDFromBytes("e".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString();
            send(due(own, Recipient.person(e)));
            assertThat(about(person("e", "inbox-b").get(INBOX), own)).hasSize(1);
            assertThat(about(person("b", "inbox-b", Role.STEWARD).get(INBOX), own))
                    .isEmpty();
        }

        @Test
        void countsWhatNobodyHasReadAndIsReadByOneForAllItIsTo() {
            for (int i = 0; i < 3; i++) {
                send(due(subject(), Recipient.office("inbox-f", Role.SHARING_HEAD)));
            }
            Answer first = person("f", "inbox-f", Role.SHARING_HEAD).get(INBOX + "?unread=true&limit=2");
            assertThat(first.json().get("unread").asInt()).isEqualTo(3);
            assertThat(first.json().get("items").size()).isEqualTo(2);
            String next = first.header("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
            assertThat(person("f", "inbox-f", Role.SHARING_HEAD)
                            .get(next)
                            .json()
                            .get("items")
                            .size())
                    .isEqualTo(1);
            String reading = "{\"notices\": [\"%s\"]}"
                    .formatted(first.json().at("/items/0/id").asString());

            assertThat(person("g", "inbox-g", Role.SHARING_HEAD)
                            .post(INBOX + "/readings", reading)
                            .status())
                    .as("not theirs")
                    .isEqualTo(404);
            assertThat(person("f", "inbox-f", Role.SHARING_HEAD)
                            .post(INBOX + "/readings", reading)
                            .json()
                            .get("unread")
                            .asInt())
                    .isEqualTo(2);
            assertThat(person("h", "inbox-f", Role.SHARING_HEAD)
                            .get(INBOX)
                            .json()
                            .get("unread")
                            .asInt())
                    .as("for a colleague too")
                    .isEqualTo(2);
        }

        @Test
        void forgetsWhatWasReadLongAgoAndNothingUnread() {
            Subject read = subject();
            Subject unread = subject();
            send(due(read, Recipient.office("inbox-i", Role.STEWARD)));
            send(due(unread, Recipient.office("inbox-i", Role.STEWARD)));
            jdbc.sql("update hub.notice set at = at - interval '181 days' where department = 'inbox-i'")
                    .update();
            jdbc.sql("update hub.notice set read_at = at + interval '1 minute', read_by = 'i' where subject_id = :id")
                    .param("id", read.id())
                    .update();

            inbox.removeRead();

            Answer left = person("i", "inbox-i", Role.STEWARD).get(INBOX);
            assertThat(about(left, read)).isEmpty();
            assertThat(about(left, unread)).hasSize(1);
        }
    }

    @Nested
    class OfADeadline {

        private Subject opened(Instant when) {
            Subject subject = subject();
            transaction.executeWithoutResult(
                    status -> deadlines.open(DeadlineKind.REPLY_CONDITIONAL, subject, "inbox-k", when, BY));
            return subject;
        }

        /** What the watch does by then, in as many rounds as it takes. */
        private void look(Instant now) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> watch.round(now)));
            }
        }

        private List<String> kinds(Subject subject) {
            return about(person("k", "inbox-k", Role.SHARING_HEAD).get(INBOX), subject).stream()
                    .map(item -> item.get("kind").asString())
                    .toList();
        }

        @Test
        void thatIsOverTheDepartmentAndTheAuthorityAreToldOnce() {
            Subject subject = opened(Instant.parse("2026-01-05T02:00:00Z"));

            watch.run();
            watch.run();

            assertThat(kinds(subject)).containsExactly("work.deadline-overdue");
            assertThat(about(hub.as("authority").get(INBOX + "?limit=500"), subject))
                    .hasSize(1);
        }

        @Test
        void thatIsNearTheDepartmentIsRemindedOnceBeforeItsEnd() {
            Subject subject = opened(Instant.parse("2041-05-06T02:00:00Z"));
            Deadline.Term term = deadlines
                    .last(DeadlineKind.REPLY_CONDITIONAL, subject)
                    .orElseThrow()
                    .term();
            assertThat(term).isNotNull();
            Instant remindAt = java.util.Objects.requireNonNull(term).remindAt();

            look(remindAt.minus(Duration.ofMinutes(1)));
            assertThat(kinds(subject)).isEmpty();
            look(remindAt);
            look(remindAt.plus(Duration.ofMinutes(1)));

            assertThat(kinds(subject)).containsExactly("work.deadline-near");
            look(term.dueAt());
            assertThat(kinds(subject)).containsExactly("work.deadline-overdue", "work.deadline-near");
        }
    }
}
