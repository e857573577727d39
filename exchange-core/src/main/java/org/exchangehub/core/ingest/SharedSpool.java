package org.exchangehub.core.ingest;

import java.time.Duration;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that all instances over one database use one spool directory: whichever of them finishes a batch has to find the
 * parts that the others received. Each says again and again under which mark its directory goes; while some instance is alive
 * under another mark, this one does not start.
 */
@Component
class SharedSpool implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSpool.class);
    private static final String LEASE = "spool";
    private static final Duration TERM = Duration.ofSeconds(30);

    private final Lease lease;
    private final Spool spool;
    private volatile boolean shared;

    SharedSpool(Lease lease, Spool spool) {
        this.lease = lease;
        this.spool = spool;
    }

    /** Before the first request: refuses to start beside an instance that uses another directory. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!renew()) {
            throw new IllegalStateException(refusal());
        }
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void keep() {
        try {
            boolean before = shared;
            if (!renew() && before) {
                LOG.error("{} Nothing is taken in until then.", refusal());
            }
        } catch (DataAccessException unreachable) {
            LOG.warn("Cannot say which spool is used: {}", unreachable.getMessage());
        }
    }

    private boolean renew() {
        shared = lease.share(LEASE, spool.mark(), TERM);
        return shared;
    }

    /** Whether this instance may work; not while others use another directory. */
    boolean shared() {
        return shared;
    }

    /** Refuses to take anything in while others use another directory. */
    void require() {
        if (!shared) {
            throw new HubProblem(ErrorCode.SPOOL_UNAVAILABLE, refusal());
        }
    }

    private String refusal() {
        return "Expected the spool directory that the other instances over this database use, found " + spool.root()
                + " with a mark of its own; set hub.spool-directory to the one they share, or start again "
                + TERM.toSeconds() + " s after the last of them has ended.";
    }
}
