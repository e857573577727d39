package org.exchangehub.core.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.work.DeadlineView.SubjectView;
import org.exchangehub.core.work.NoticeDelivery.State;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what waits in the outbox, one after the other, by the one instance that holds the lease. A delivery is tried until the other
 * side has taken it, ever later, and given up after three days; meanwhile what else is to go there waits behind it, so that a place
 * that is down costs few attempts however much there is for it. What an instance sent that died before it could say so is sent again,
 * under the same id.
 */
@Component
class NoticeSender {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final Duration TERM = Duration.ofSeconds(60);
    private static final Duration AGAIN = Duration.ofMinutes(2);
    private static final int AT_ONCE = 50;
    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int GONE = 410;

    /** What the other side finds fault with in this message and perhaps in no other. */
    private static final Set<Integer> OF_THIS_MESSAGE = Set.of(400, 409, 413, 415, 422);

    private final ChannelRepository channels;
    private final NoticeRepository notices;
    private final WebhookSender webhooks;
    private final Mailer mailer;
    private final JsonMapper json;
    private final AuditOutbox outbox;
    private final Lease lease;
    private final TransactionOperations transaction;
    private final Clock clock;

    NoticeSender(
            ChannelRepository channels,
            NoticeRepository notices,
            WebhookSender webhooks,
            Mailer mailer,
            JsonMapper json,
            AuditOutbox outbox,
            Lease lease,
            TransactionOperations transaction,
            Clock clock) {
        this.channels = channels;
        this.notices = notices;
        this.webhooks = webhooks;
        this.mailer = mailer;
        this.json = json;
        this.outbox = outbox;
        this.lease = lease;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is posted to a webhook. */
    record Message(String type, Instant timestamp, Data data) {}

    /** The notice in it. */
    record Data(
            UUID notice, @Nullable String department, LocalizedText title, LocalizedText text, SubjectView subject) {}

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT3S")
    void run() {
        try {
            for (int sent = 0;
                    sent < AT_ONCE && lease.take("notice-sender", TERM).isPresent();
                    sent++) {
                Optional<NoticeDelivery> next = channels.claim(clock.instant(), AGAIN);
                if (next.isEmpty()) {
                    return;
                }
                send(next.get());
            }
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("Notices are sent later: {}", unreachable.getMessage());
        }
    }

    private void send(NoticeDelivery delivery) {
        Optional<StoredNotice> told = notices.find(delivery.notice());
        if (told.isEmpty()) {
            return; // read and removed meanwhile, and the delivery with it
        }
        StoredNotice notice = told.get();
        UUID webhook = delivery.webhook();
        try {
            if (webhook == null) {
                mailer.send(
                        Objects.requireNonNull(delivery.address()),
                        delivery.id().toString(),
                        notice);
                channels.end(delivery, State.SENT, null, clock.instant());
            } else {
                Optional<Webhook> to = channels.webhook(webhook);
                if (to.isPresent()) {
                    post(delivery, to.get(), notice);
                }
            }
        } catch (IOException | MailException | IllegalArgumentException | HubProblem failed) {
            failed(delivery, WebhookSender.said(failed), true);
        }
    }

    private void post(NoticeDelivery delivery, Webhook webhook, StoredNotice notice) throws IOException {
        NoticeTexts texts = notice.texts();
        Message message = new Message(
                notice.kind(),
                notice.at(),
                new Data(
                        notice.id(),
                        webhook.department(),
                        texts.title(),
                        texts.text(),
                        SubjectView.of(notice.subject())));
        byte[] body = json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        int status = webhooks.post(webhook, delivery.id().toString(), clock.instant(), body);
        if (status >= OK && status < REDIRECTS) {
            channels.end(delivery, State.SENT, null, clock.instant());
        } else if (status == GONE) {
            transaction.executeWithoutResult(done -> gone(webhook));
        } else {
            failed(delivery, "HTTP " + status, !OF_THIS_MESSAGE.contains(status));
        }
    }

    private void failed(NoticeDelivery delivery, String error, boolean blocks) {
        Instant now = clock.instant();
        Optional<Duration> pause = delivery.pause();
        if (pause.isPresent()) {
            channels.wait(delivery, error, now.plus(pause.get()), blocks);
            return;
        }
        transaction.executeWithoutResult(done -> {
            channels.end(delivery, State.GIVEN_UP, error, now);
            outbox.add(AuditFact.of(Auditable.NOTICE_GIVEN_UP, Who.HUB)
                    .outcome(Outcome.FAILED)
                    .detail("notice", delivery.notice())
                    .detail("webhook", delivery.webhook())
                    .detail("attempts", delivery.attempts())
                    .detail("error", delivery.webhook() == null ? null : error)
                    .build());
        });
    }

    /** The other side says that it is gone for good: nothing is sent there any more. */
    private void gone(Webhook webhook) {
        channels.disable(webhook.id());
        channels.giveUp(webhook.id(), "HTTP " + GONE + ": the webhook is disabled", clock.instant());
        outbox.add(AuditFact.of(Auditable.WEBHOOK_CHANGED, Who.HUB)
                .detail("act", "DISABLED")
                .detail("webhook", webhook.id())
                .detail("department", webhook.department())
                .build());
    }
}
