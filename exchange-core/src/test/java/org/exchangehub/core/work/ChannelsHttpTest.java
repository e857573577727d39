package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.work.NoticeSettings.Protection;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices outside the hub: to a real SMTP server, and to a receiver of webhooks that checks what it gets. */
@HubTest
class ChannelsHttpTest {

    private static final Who BY = new Who("somebody", "catalog-ui", "market-supervision");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Receiver RECEIVER = new Receiver();
    private static final Map<String, String> ARGUMENTS =
            Map.of("task", "答复", "taskEn", "Reply", "article", "Art. 21", "dueOn", "2026-12-04");

    private final HubClient hub;
    private final Notices notices;
    private final NoticeSender sender;
    private final ChannelRepository channels;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ChannelsHttpTest(
            HubClient hub,
            Notices notices,
            NoticeSender sender,
            ChannelRepository channels,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.hub = hub;
        this.notices = notices;
        this.sender = sender;
        this.channels = channels;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        MAIL.start();
        Path secret = Files.createTempFile("webhook", "secret");
        Files.writeString(secret, Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]));
        properties.add("hub.notices.webhook-secret-file", secret::toString);
        properties.add("hub.notices.webhook-networks", () -> "127.0.0.0/8");
        properties.add("hub.notices.mail.host", () -> "127.0.0.1");
        properties.add("hub.notices.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("hub.notices.mail.from", () -> "hub@data-bureau.example");
        properties.add("hub.notices.mail.protection", () -> "NONE");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        RECEIVER.server.stop(0);
    }

    /** Takes what is posted; the last part of the path is the status it answers. */
    private static final class Receiver {

        record Got(String path, String id, String timestamp, String signature, String body) {}

        final Queue<Got> got = new ConcurrentLinkedQueue<>();
        final HttpServer server;

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                var headers = exchange.getRequestHeaders();
                got.add(new Got(
                        path,
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                exchange.getResponseHeaders().set("Location", url("/followed/200"));
                exchange.sendResponseHeaders(Integer.parseInt(path.replaceAll(".*/", "")), -1);
                exchange.close();
            });
            server.start();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        List<Got> at(String path) {
            return got.stream().filter(each -> each.path().equals(path)).toList();
        }
    }

    private HubClient.Session head(String department) {
        return hub.with(hub.tokens().person(department + "-head", List.of(department), List.of("sharing-head")));
    }

    private JsonNode webhook(String department, String path) {
        Answer made = head(department).post("/api/v1/webhooks", "{\"url\": \"" + RECEIVER.url(path) + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private Subject told(String department, Role... roles) {
        String id = UUID.randomUUID().toString();
        Subject subject =
                new Subject("application", id, new LocalizedText("申请甲", "application A"), "/applications/" + id);
        Notice notice = Notice.of(
                "work.deadline-near",
                subject,
                Arrays.stream(roles)
                        .map(role -> Recipient.office(department, role))
                        .toArray(Recipient[]::new));
        for (var argument : ARGUMENTS.entrySet()) {
            notice = notice.with(argument.getKey(), argument.getValue());
        }
        Notice told = notice;
        transaction.executeWithoutResult(status -> notices.send(told, BY));
        return subject;
    }

    private List<JsonNode> deliveries(String department, JsonNode webhook) {
        return head(department)
                .get("/api/v1/webhooks/" + webhook.get("id").asString() + "/deliveries")
                .json()
                .get("items")
                .values()
                .stream()
                .toList();
    }

    private static boolean signed(Receiver.Got got, JsonNode made) {
        byte[] secret = Base64.getDecoder().decode(made.get("secret").asString().replace("whsec_", ""));
        String expected = WebhookSecrets.signature(
                secret,
                got.id(),
                Instant.ofEpochSecond(Long.parseLong(got.timestamp())),
                got.body().getBytes(StandardCharsets.UTF_8));
        return List.of(got.signature().split(" ")).contains(expected);
    }

    @Nested
    class Email {

        @Test
        void goesToTheMailboxOfTheOfficeInBothLanguagesWithTheLink() throws Exception {
            String path = "/api/v1/departments/mail-a/mailboxes/steward";
            assertThat(head("mail-b").get(path).status()).isEqualTo(403);
            String tag = head("mail-a").get(path).header("ETag").orElseThrow();
            assertThat(head("mail-a")
                            .header("If-Match", tag)
                            .put(path, "{\"address\": \"a@x.example, b@x.example\"}")
                            .status())
                    .isEqualTo(422);
            Answer set = head("mail-a").header("If-Match", tag).put(path, "{\"address\": \"stewards@mail-a.example\"}");
            assertThat(set.status()).as(set.text()).isEqualTo(200);
            assertThat(head("mail-a")
                            .header("If-Match", tag)
                            .put(path, "{\"address\": \"others@mail-a.example\"}")
                            .status())
                    .isEqualTo(412);

            Subject subject = told("mail-a", Role.STEWARD, Role.SHARING_HEAD);
            sender.run();

            assertThat(MAIL.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
            MimeMessage[] all = MAIL.getReceivedMessagesForDomain("mail-a.example");
            assertThat(all).hasSize(1);
            assertThat(all[0].getAllRecipients()[0]).hasToString("stewards@mail-a.example");
            assertThat(all[0].getSubject()).isEqualTo("即将到期：申请甲 / Due soon: application A");
            assertThat(Objects.toString(all[0].getContent()))
                    .contains("“答复”须于 2026-12-04", "\"Reply\" is due", "http://localhost/applications/" + subject.id());
            assertThat(head("mail-a")
                            .get(path + "/deliveries")
                            .json()
                            .get("items")
                            .values())
                    .extracting(each -> each.get("state").asString())
                    .containsExactly("SENT");
        }

        @Test
        void hasTheHeadersOfTheHubWhateverATitleSays() throws Exception {
            mailer(Protection.NONE)
                    .send("office@mail-c.example", "id-c", notice("甲\r\nBcc: thief@evil.example\r\n\r\nx"));

            MimeMessage[] all = MAIL.getReceivedMessagesForDomain("mail-c.example");
            assertThat(all).hasSize(1);
            assertThat(all[0].getHeader("Bcc")).isNull();
            assertThat(all[0].getAllRecipients()).hasSize(1);
            assertThat(all[0].getMessageID()).isEqualTo("<id-c@exchange-hub>");
            assertThat(MAIL.getReceivedMessagesForDomain("evil.example")).isEmpty();
        }

        @Test
        void isNotSentInTheClearToAServerWithoutTheTlsAskedFor() {
            Mailer strict = mailer(Protection.STARTTLS);

            assertThatThrownBy(() -> strict.send("office@mail-d.example", "id-d", notice("甲")))
                    .isInstanceOf(MailException.class)
                    .hasMessageContaining("STARTTLS");

            assertThat(MAIL.getReceivedMessagesForDomain("mail-d.example")).isEmpty();
        }

        @Test
        void isNotSentToAServerWhoseCertificateNobodyVouchesFor() {
            GreenMail unknown = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
            unknown.start();
            try {
                Mailer mailer = mailer(Protection.TLS, unknown.getSmtps().getPort());

                assertThatThrownBy(() -> mailer.send("office@mail-e.example", "id-e", notice("甲")))
                        .isInstanceOf(MailException.class)
                        .hasRootCauseInstanceOf(CertPathBuilderException.class);

                assertThat(unknown.getReceivedMessages()).isEmpty();
            } finally {
                unknown.stop();
            }
        }

        private Mailer mailer(Protection protection) {
            return mailer(protection, MAIL.getSmtp().getPort());
        }

        private Mailer mailer(Protection protection, int port) {
            var mail = new NoticeSettings.Mail("127.0.0.1", port, "hub@data-bureau.example", null, null, protection);
            return new Mailer(
                    new NoticeSettings(Duration.ofDays(1), mail, null, List.of()), URI.create("http://localhost"));
        }

        private StoredNotice notice(String title) {
            Subject subject = new Subject("application", "1", new LocalizedText(title, "A"), "/applications/1");
            return new StoredNotice(
                    UUID.randomUUID(),
                    "work.deadline-near",
                    ARGUMENTS,
                    subject,
                    Recipient.office("mail-c", Role.STEWARD),
                    Instant.EPOCH,
                    null,
                    null);
        }
    }

    @Nested
    class AWebhook {

        @Test
        void isPostedOnceForADepartmentAndSignedWithTheSecretToldOnce() {
            JsonNode made = webhook("hook-a", "/a/204");
            assertThat(head("hook-a").get("/api/v1/webhooks").text())
                    .doesNotContain("secret")
                    .doesNotContain("whsec_");

            Subject subject = told("hook-a", Role.STEWARD, Role.SHARING_HEAD);
            told("hook-b", Role.STEWARD);
            sender.run();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries("hook-a", made))
                            .extracting(each -> each.get("state").asString())
                            .containsExactly("SENT"));
            Receiver.Got got = RECEIVER.at("/a/204").getFirst();
            assertThat(RECEIVER.at("/a/204")).hasSize(1);
            assertThat(signed(got, made)).isTrue();
            JsonNode body = JsonMapper.shared().readTree(got.body());
            assertThat(body.get("type").asString()).isEqualTo("work.deadline-near");
            assertThat(body.at("/data/subject/id").asString()).isEqualTo(subject.id());
            assertThat(body.at("/data/title/zh").asString()).isEqualTo("即将到期：申请甲");

            Answer rotated =
                    head("hook-a").post("/api/v1/webhooks/" + made.get("id").asString() + "/rotations", "{}");
            told("hook-a", Role.STEWARD);
            sender.run();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(RECEIVER.at("/a/204")).hasSize(2));
            Receiver.Got second = RECEIVER.at("/a/204").getLast();
            assertThat(signed(second, rotated.json())).isTrue();
            assertThat(signed(second, made)).as("for a day by the old one too").isTrue();
        }

        @Test
        void thatFailsIsTriedLaterAndGivenUpInTheEndAndNothingIsFollowed() {
            JsonNode made = webhook("hook-c", "/c/302");

            told("hook-c", Role.STEWARD);
            sender.run();

            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode delivery = deliveries("hook-c", made).getFirst();
                assertThat(delivery.get("state").asString()).isEqualTo("WAITING");
                assertThat(delivery.get("error").asString()).isEqualTo("HTTP 302");
                assertThat(delivery.path("nextAt").isMissingNode()).isFalse();
            });
            assertThat(RECEIVER.at("/followed/200")).isEmpty();
            jdbc.sql("""
                            update hub.notice_delivery set attempts = 9, next_at = now() where webhook = :id
                            """)
                    .param("id", UUID.fromString(made.get("id").asString()))
                    .update();
            sender.run();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries("hook-c", made)
                                    .getFirst()
                                    .get("state")
                                    .asString())
                            .isEqualTo("GIVEN_UP"));
            List<String> ids = RECEIVER.at("/c/302").stream()
                    .map(Receiver.Got::id)
                    .distinct()
                    .toList();
            assertThat(ids).as("the same for every attempt").hasSize(1);
        }

        @Test
        void thatIsDownIsTriedWithOneMessageWhateverElseThereIsForIt() {
            JsonNode made = webhook("hook-h", "/h/503");
            told("hook-h", Role.STEWARD);
            sender.run();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(RECEIVER.at("/h/503")).hasSize(1));

            told("hook-h", Role.STEWARD);
            told("hook-h", Role.STEWARD);
            sender.run();

            assertThat(deliveries("hook-h", made))
                    .extracting(each -> each.get("state").asString())
                    .containsOnly("WAITING");
            assertThat(RECEIVER.at("/h/503"))
                    .extracting(Receiver.Got::id)
                    .containsOnly(deliveries("hook-h", made).getLast().get("id").asString());
        }

        @Test
        void thatTakesOffenceAtOneMessageGetsTheOthers() {
            JsonNode made = webhook("hook-i", "/i/422");
            told("hook-i", Role.STEWARD);
            told("hook-i", Role.STEWARD);
            sender.run();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries("hook-i", made))
                            .extracting(each -> each.path("error").asString(""))
                            .containsExactly("HTTP 422", "HTTP 422"));
        }

        @Test
        void isLeftToOneInstanceAtATime() {
            JsonNode made = webhook("hook-k", "/k/200");
            UUID id = UUID.fromString(made.get("id").asString());
            List<NoticeDelivery> taken = new ArrayList<>();

            transaction.executeWithoutResult(status -> {
                told("hook-k", Role.STEWARD);
                told("hook-k", Role.STEWARD);
                Stream.generate(() -> channels.claim(Instant.now(), Duration.ofMinutes(2)))
                        .takeWhile(Optional::isPresent)
                        .flatMap(Optional::stream)
                        .filter(each -> id.equals(each.webhook()))
                        .forEach(taken::add);
                status.setRollbackOnly();
            });

            assertThat(taken)
                    .as("one of the two, and not again until it is ended")
                    .hasSize(1);
        }

        @Test
        void isOwedNothingByATransactionThatWasRolledBack() {
            JsonNode made = webhook("hook-j", "/j/200");

            transaction.executeWithoutResult(status -> {
                told("hook-j", Role.STEWARD);
                status.setRollbackOnly();
            });
            sender.run();

            assertThat(deliveries("hook-j", made)).isEmpty();
            assertThat(RECEIVER.at("/j/200")).isEmpty();
        }

        @Test
        void whoseServerSaysThatItIsGoneIsDisabled() {
            JsonNode made = webhook("hook-d", "/d/410");

            told("hook-d", Role.STEWARD);
            sender.run();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(head("hook-d")
                                    .get("/api/v1/webhooks")
                                    .json()
                                    .at("/items/0/enabled")
                                    .asBoolean())
                            .isFalse());
            assertThat(deliveries("hook-d", made).getFirst().get("state").asString())
                    .isEqualTo("GIVEN_UP");
        }

        @Test
        void isADepartmentsOwnAndGoesNowhereElse() {
            JsonNode made = webhook("hook-e", "/e/200");
            String path = "/api/v1/webhooks/" + made.get("id").asString();

            assertThat(head("hook-f").get(path + "/deliveries").status()).isEqualTo(404);
            assertThat(head("hook-f").delete(path).status()).isEqualTo(404);
            assertThat(hub.as("market-steward").get("/api/v1/webhooks").status())
                    .isEqualTo(403);
            for (String refused : List.of(
                    "http://example.org/x", "ftp://example.org", "https://user:pass@example.org/", "https:///x", "x")) {
                assertThat(head("hook-e")
                                .post("/api/v1/webhooks", "{\"url\": \"" + refused + "\"}")
                                .status())
                        .as(refused)
                        .isEqualTo(422);
            }
            assertThat(hub.as("security-admin").delete(path).status()).isEqualTo(204);
        }

        @Test
        void whoseCertificateNobodyVouchesForIsNotPostedTo() throws Exception {
            HttpsServer unknown = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            unknown.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
            AtomicInteger posted = new AtomicInteger();
            unknown.createContext("/", exchange -> {
                posted.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            unknown.start();
            try {
                JsonNode made = head("hook-l")
                        .post(
                                "/api/v1/webhooks",
                                "{\"url\": \"https://127.0.0.1:"
                                        + unknown.getAddress().getPort() + "/x\"}")
                        .json();
                told("hook-l", Role.STEWARD);
                sender.run();

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(deliveries("hook-l", made)
                                        .getFirst()
                                        .path("error")
                                        .asString(""))
                                .contains("PKIX"));
                assertThat(posted).hasValue(0);
            } finally {
                unknown.stop(0);
            }
        }

        /** The certificate that the mail server library carries for tests. */
        private static SSLContext selfSigned() throws Exception {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
                keys.load(Objects.requireNonNull(file), "changeit".toCharArray());
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        }

        @Test
        void toAnAddressThatIsNotPermittedIsNotPosted() {
            Answer made = head("hook-g").post("/api/v1/webhooks", "{\"url\": \"https://192.168.255.1/x\"}");
            told("hook-g", Role.STEWARD);
            sender.run();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries("hook-g", made.json())
                                    .getFirst()
                                    .path("error")
                                    .asString(""))
                            .contains("neither public nor of a network"));
        }
    }
}
