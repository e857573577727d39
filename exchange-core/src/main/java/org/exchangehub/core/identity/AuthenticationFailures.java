package org.exchangehub.core.identity;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts requests without valid authentication per source address and minute, so that a flood of them costs one entry
 * a minute and source, and at most {@link #MOST_SOURCES} in all, instead of stopping the service.
 */
@Component
class AuthenticationFailures {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationFailures.class);
    private static final int MOST_SOURCES = 200;
    private static final String OTHERS = "others";

    private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AuditLog log;

    AuthenticationFailures(AuditLog log) {
        this.log = log;
    }

    void count(String source) {
        String counted = counts.containsKey(source) || counts.size() < MOST_SOURCES ? source : OTHERS;
        counts.computeIfAbsent(counted, unseen -> new AtomicLong()).incrementAndGet();
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void write() {
        for (String source : counts.keySet()) {
            AtomicLong count = counts.remove(source);
            if (count != null) {
                write(source, count.get());
            }
        }
    }

    private void write(String source, long count) {
        try {
            log.append(AuditFact.of(Auditable.AUTHENTICATION_FAILED, Who.HUB)
                    .outcome(Outcome.DENIED)
                    .personal("source", source)
                    .detail("count", count)
                    .build());
        } catch (HubProblem unavailable) {
            LOG.warn("{} unauthenticated requests are not in the log yet: {}", count, unavailable.getMessage());
            counts.computeIfAbsent(source, unseen -> new AtomicLong()).addAndGet(count);
        }
    }
}
