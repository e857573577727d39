package org.exchangehub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@HubTest
class SchedulingTest {

    @Autowired
    ThreadPoolTaskScheduler threads;

    @Autowired
    TaskScheduler scheduler;

    @Autowired
    Set<ScheduledTaskHolder> holders;

    @Test
    void givesEachTaskAThreadOfItsOwn() {
        Set<ScheduledTask> tasks = holders.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .collect(Collectors.toSet());

        assertThat(tasks).hasSizeGreaterThan(10);
        assertThat(threads.getScheduledThreadPoolExecutor().getCorePoolSize())
                .as("spring.task.scheduling.pool.size")
                .isGreaterThanOrEqualTo(tasks.size());
    }

    @Test
    void letsNoTaskWaitForAnotherThatTakesLong() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(3);
        ScheduledFuture<?> slow = scheduler.scheduleWithFixedDelay(() -> await(end), Duration.ofMillis(1));
        ScheduledFuture<?> quick = scheduler.scheduleWithFixedDelay(others::countDown, Duration.ofMillis(1));
        try {
            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            end.countDown();
            slow.cancel(true);
            quick.cancel(true);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
