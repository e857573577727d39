package org.exchangehub.core.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exchangehub.core.publication.ChangeFeed;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets receivers wait for changes. However many wait, the database is asked four times a second for the last numbers of the
 * datasets they wait for, and not at all while nobody waits; a waiting receiver holds neither a connection nor a thread of the
 * operating system.
 */
@Component
class ChangeWatch {

    /** The longest wait there is; shorter than what proxies on the way usually bear. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** So many wait at once in one instance; further ones are answered at once. */
    private static final int MOST = 5_000;

    private final ChangeFeed feed;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closing = new AtomicBoolean();

    ChangeWatch(ChangeFeed feed) {
        this.feed = feed;
    }

    /** One that waits; each is itself only. */
    private static final class Waiter {

        private final String dataset;
        private final long after;
        private final CountDownLatch news = new CountDownLatch(1);

        Waiter(String dataset, long after) {
            this.dataset = dataset;
            this.after = after;
        }
    }

    /**
     * Waits until the dataset has changes behind a place, or until the time is over, or the hub stops.
     *
     * @param after number of the last change known, 0 for none
     */
    void await(String dataset, long after, Duration atMost) {
        if (waiters.size() >= MOST) {
            return;
        }
        Waiter waiter = new Waiter(dataset, after);
        waiters.add(waiter); // before looking, so that neither news nor a stop is missed
        try {
            if (!closing.get() && feed.last(List.of(dataset)).getOrDefault(dataset, 0L) <= after) {
                var unused = waiter.news.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            waiters.remove(waiter);
        }
    }

    @Scheduled(fixedDelay = 250)
    void look() {
        List<String> datasets =
                waiters.stream().map(waiter -> waiter.dataset).distinct().toList();
        if (datasets.isEmpty()) {
            return;
        }
        Map<String, Long> last = feed.last(datasets);
        waiters.stream()
                .filter(waiter -> last.getOrDefault(waiter.dataset, 0L) > waiter.after)
                .forEach(waiter -> waiter.news.countDown());
    }

    /** Nobody is kept waiting by a hub that stops. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        closing.set(true);
        waiters.forEach(waiter -> waiter.news.countDown());
    }
}
