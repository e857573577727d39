package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Test;

class LongReadsTest {

    private final LongReads reads = new LongReads(2, Duration.ofMillis(100));

    @Test
    void areNeverMoreAtOnceThanThereAreTurns() throws Exception {
        LongReads patient = new LongReads(2, Duration.ofSeconds(30));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                answers.add(callers.submit(() -> patient.inTurn(1_000, () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    pause();
                    now.decrementAndGet();
                    return number;
                })));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i);
            }
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void doNotHoldUpAShortOne() throws InterruptedException {
        whileAllTurnsAreTaken(() -> assertThat(reads.inTurn(1, () -> "one")).isEqualTo("one"));
    }

    @Test
    void areRefusedWhenTheirTurnDoesNotCome() throws InterruptedException {
        whileAllTurnsAreTaken(() -> assertThatThrownBy(() -> reads.inTurn(1_000, () -> "page"))
                .isInstanceOf(HubProblem.class)
                .hasMessageContaining("Too many long lists"));
    }

    @Test
    void giveTheirTurnBackWhenTheyFail() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> reads.inTurn(1_000, () -> {
                        throw new IllegalStateException("the database is gone");
                    }))
                    .hasMessage("the database is gone");
        }
        assertThat(reads.inTurn(1_000, () -> "page")).isEqualTo("page");
    }

    private void whileAllTurnsAreTaken(Runnable assertion) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                callers.execute(() -> reads.inTurn(1_000, () -> {
                    taken.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "page";
                }));
            }
            taken.await();
            try {
                assertion.run();
            } finally {
                end.countDown();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
