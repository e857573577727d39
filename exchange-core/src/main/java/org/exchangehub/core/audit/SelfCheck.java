package org.exchangehub.core.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.exchangehub.tlog.Frontier;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.Tile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the whole log again and again, the newest entries first, a few tiles at a time, and recomputes every leaf and node:
 * an entry changed under a signed checkpoint is found here, years after. Each instance does so for itself, at a pace that
 * costs about a hundredth of a processor.
 */
@Component
class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final int TILES_A_RUN = 8;
    private static final Duration BETWEEN_PASSES = Duration.ofMinutes(10);

    private final LogStore store;
    private final Clock clock;
    private long next = -1;
    private @Nullable Instant passBegun;
    private volatile @Nullable String refusal;

    SelfCheck(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What was found to be changed, until it is as it was. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void run() {
        try {
            for (int tile = 0; tile < TILES_A_RUN && due(); tile++) {
                check(next);
                next--;
            }
            refusal = null;
        } catch (LogRefused changed) {
            String reason = "The access log was changed. " + changed.getMessage();
            if (!reason.equals(refusal)) {
                LOG.error("{} Nothing is released until an operator resolves this.", reason);
            }
            refusal = reason;
        } catch (DataAccessException unreachable) {
            LOG.debug("The log cannot be read again now: {}", unreachable.getMessage());
        }
    }

    /** Begins again with the newest entries, at once. */
    synchronized void beginAnew() {
        next = -1;
        passBegun = null;
    }

    private boolean due() {
        if (next >= 0) {
            return true;
        }
        Instant now = clock.instant();
        if (passBegun != null && now.isBefore(passBegun.plus(BETWEEN_PASSES))) {
            return false;
        }
        passBegun = now;
        next = (store.head().size() - 1) / Tile.WIDTH;
        return next > 0 || store.head().size() > 0;
    }

    /** Recomputes the leaves of a tile, and the nodes it completes. */
    private void check(long tile) {
        long first = tile * Tile.WIDTH;
        List<LogStore.Stored> entries = store.entries(first, Tile.WIDTH);
        List<Hash> leaves = store.nodes(0, first, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Hash computed = Hash.ofLeaf(entries.get(i).entry());
            if (!computed.equals(leaves.get(i))) {
                throw new LogRefused("Entry " + (first + i) + " hashes to " + computed + ", the tree was built with "
                        + leaves.get(i) + ".");
            }
        }
        if (leaves.size() == Tile.WIDTH) {
            checkNode(1, tile, leaves);
        }
    }

    /** Compares the node above a full tile with what it holds, and goes on up where a tile begins. */
    private void checkNode(int level, long index, List<Hash> below) {
        List<Hash> node = store.nodes(level, index, 1);
        Hash computed = rootOf(below);
        if (node.isEmpty() || !node.getFirst().equals(computed)) {
            long width = 1L << (Tile.HEIGHT * level);
            throw new LogRefused("The entries " + index * width + " to " + ((index + 1) * width - 1) + " hash to "
                    + computed + ", the tree holds " + (node.isEmpty() ? "nothing" : node.getFirst()) + ".");
        }
        if (index % Tile.WIDTH == 0) {
            List<Hash> nodes = store.nodes(level, index, Tile.WIDTH);
            if (nodes.size() == Tile.WIDTH) {
                checkNode(level + 1, index / Tile.WIDTH, nodes);
            }
        }
    }

    private static Hash rootOf(List<Hash> hashes) {
        Frontier frontier = new Frontier();
        hashes.forEach(frontier::append);
        return frontier.root();
    }
}
