package org.exchangehub.core.work;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody was told: as one person, and in the roles and the department they act in. */
@Service
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int AT_ONCE = 1_000;
    private static final int MOST_ROUNDS = 20;

    private final NoticeRepository notices;
    private final AuditOutbox outbox;
    private final NoticeSettings settings;
    private final Clock clock;

    Inbox(NoticeRepository notices, AuditOutbox outbox, NoticeSettings settings, Clock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    List<StoredNotice> list(Caller caller, boolean unread, @Nullable UUID after, int limit) {
        return notices.list(caller, unread, after, limit);
    }

    int unread(Caller caller) {
        return notices.unread(caller);
    }

    /**
     * Marks notices as read; those read before stay as they are.
     *
     * @throws HubProblem {@code NOT_FOUND} when one of them is none of the caller's
     */
    @Transactional
    public int read(List<UUID> ids, Caller caller) {
        Set<UUID> foreign = new TreeSet<>(ids);
        notices.own(ids, caller).forEach(foreign::remove);
        if (!foreign.isEmpty()) {
            throw new HubProblem(
                    ErrorCode.NOT_FOUND,
                    "You have no notice " + foreign.iterator().next() + ".");
        }
        int read = notices.read(ids, caller.subject(), clock.instant());
        if (read > 0) {
            outbox.add(AuditFact.of(Auditable.NOTICE_READ, caller.who())
                    .rows(read)
                    .detail("notices", ids.size())
                    .build());
        }
        return notices.unread(caller);
    }

    /** Removes what was read long ago, some at a time; instances that do so at once take nothing from each other. */
    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void removeRead() {
        try {
            int rounds = 0;
            while (rounds++ < MOST_ROUNDS
                    && notices.removeRead(clock.instant().minus(settings.keepRead()), AT_ONCE) == AT_ONCE) {
                // goes on while there are full rounds
            }
        } catch (DataAccessException unreachable) {
            LOG.warn("Notices read long ago are removed later: {}", unreachable.getMessage());
        }
    }
}
