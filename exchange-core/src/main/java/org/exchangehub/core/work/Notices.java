package org.exchangehub.core.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.life.NewIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people, in the transaction of what they are told of: rolled back, it was never said. The notice is in their inbox with the
 * commit; other channels carry it afterwards and never hold the transaction up. That it was sent is in the access log.
 *
 * <pre>{@code
 * notices.send(Notice.of("access.application-submitted", subject, Recipient.office(provider, Role.SHARING_HEAD))
 *         .with("department", applicant), caller.who());
 * }</pre>
 */
@Component
public class Notices {

    private final NoticeRepository repository;
    private final ChannelRepository channels;
    private final Mailer mailer;
    private final NewIds ids;
    private final AuditOutbox outbox;
    private final Clock clock;

    Notices(
            NoticeRepository repository,
            ChannelRepository channels,
            Mailer mailer,
            NewIds ids,
            AuditOutbox outbox,
            Clock clock) {
        this.repository = repository;
        this.channels = channels;
        this.mailer = mailer;
        this.ids = ids;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Puts a notice into the inboxes of its recipients.
     *
     * @param by whose act it is about
     * @throws IllegalArgumentException when the kind has no text in one of the languages, or a name in it stands for nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notice notice, Who by) {
        NoticeTexts.of(notice.kind(), notice.subject(), notice.arguments());
        Instant now = clock.instant();
        List<UUID> sent = new ArrayList<>();
        for (Recipient recipient : notice.recipients()) {
            UUID id = ids.next();
            sent.add(id);
            repository.add(new StoredNotice(
                    id, notice.kind(), notice.arguments(), notice.subject(), recipient, now, null, null));
        }
        channels.post(sent, now);
        if (mailer.configured()) {
            channels.mail(sent, now);
        }
        outbox.add(AuditFact.of(Auditable.NOTICE_SENT, by)
                .detail("kind", notice.kind())
                .detail(notice.subject().type(), notice.subject().id())
                .detail(
                        "recipients",
                        notice.recipients().stream().map(Notices::said).sorted().collect(Collectors.joining(", ")))
                .build());
    }

    private static String said(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Office office ->
                (office.department() == null ? "" : office.department() + "/")
                        + office.role().realmRole();
            case Recipient.Person person -> person.subject();
        };
    }
}
