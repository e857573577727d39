package org.exchangehub.benchmarks.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One timed load on the log: by callers who wait for each other's answer, or by arrivals that wait for nobody. */
final class Load {

    private static final long SECOND = 1_000_000_000L;
    private static final long POLL = 20_000_000L;
    private static final long SLOW = 50_000_000L;
    private static final long SLICE = 100_000_000L;

    /** One entry in so many is followed until a signed checkpoint covers it. */
    private static final int FOLLOWED = 1_000;

    private record Followed(long index, long acknowledged) {}

    private final AppendedFacts facts;
    private final URI checkpoint;
    private final Millis acknowledgements = new Millis();
    private final Millis proofs = new Millis();
    private final AtomicLong refused = new AtomicLong();
    private final ConcurrentLinkedQueue<Followed> followed = new ConcurrentLinkedQueue<>();
    private final long begun = System.nanoTime();

    /** Delays over 50 ms, by slices of 0.1 s: whether they come now and then together, or all the time. */
    private final Map<Long, Long> slow = new ConcurrentSkipListMap<>();

    Load(AppendedFacts facts, URI checkpoint) {
        this.facts = facts;
        this.checkpoint = checkpoint;
    }

    /** So many callers, each of whom asks again once the last entry is durable. */
    List<String> closed(int callers, int seconds) {
        long begun = System.nanoTime();
        long end = begun + seconds * SECOND;
        CountDownLatch done = new CountDownLatch(callers);
        for (int caller = 0; caller < callers; caller++) {
            Thread.ofVirtual().start(() -> {
                for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                    append(now);
                }
                done.countDown();
            });
        }
        await(done);
        return result(System.nanoTime() - begun);
    }

    /** Arrivals at this rate, whatever happens to those before; a delay counts from when an entry should have come. */
    List<String> paced(int rate, int seconds) {
        AtomicBoolean over = new AtomicBoolean();
        Thread follower = Thread.ofPlatform().start(() -> follow(over));
        long arrivals = (long) rate * seconds;
        CountDownLatch done = new CountDownLatch(Math.toIntExact(arrivals));
        long begun = System.nanoTime();
        for (long arrival = 0; arrival < arrivals; arrival++) {
            long due = begun + arrival * SECOND / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Thread.ofVirtual().start(() -> {
                append(due);
                done.countDown();
            });
        }
        await(done);
        long took = System.nanoTime() - begun;
        over.set(true);
        try {
            follower.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.println("over 50 ms, by slices of 0.1 s: " + slow.values());
        System.err.println("their slices: "
                + slow.keySet().stream().map(each -> each - begun / SLICE).toList());
        return result(took);
    }

    private void append(long since) {
        try {
            long index = facts.append();
            long now = System.nanoTime();
            acknowledgements.add(now - since);
            if (now - since > SLOW) {
                slow.merge((since - begun) / SLICE, 1L, Long::sum);
            }
            if (index % FOLLOWED == 0) {
                followed.add(new Followed(index, now));
            }
        } catch (RuntimeException unavailable) {
            refused.incrementAndGet();
        }
    }

    /** Asks for the checkpoint as an outsider does, and sees which entries it covers. */
    private void follow(AtomicBoolean over) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(checkpoint).build();
        while (!over.get() || !followed.isEmpty()) {
            try {
                var answer = http.send(question, BodyHandlers.ofString());
                long now = System.nanoTime();
                long size = answer.statusCode() == 200
                        ? Long.parseLong(answer.body().split("\n", 3)[1])
                        : 0;
                followed.removeIf(each -> {
                    boolean covered = each.index() < size;
                    if (covered) {
                        proofs.add(now - each.acknowledged());
                    }
                    return covered;
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(POLL);
        }
    }

    private List<String> result(long nanos) {
        return List.of(
                line("entries", (double) acknowledgements.count()),
                line("refused", (double) refused.get()),
                line("rate", acknowledgements.count() * (double) SECOND / nanos),
                line("p50", acknowledgements.quantile(0.5)),
                line("p99", acknowledgements.quantile(0.99)),
                line("max", acknowledgements.quantile(1)),
                line("proofP99", proofs.quantile(0.99)),
                line("proofMax", proofs.quantile(1)),
                "slices=" + slow);
    }

    private static String line(String name, double value) {
        return name + "=" + String.format(Locale.ROOT, "%.3f", value);
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
