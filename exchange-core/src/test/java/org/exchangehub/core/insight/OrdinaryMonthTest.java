package org.exchangehub.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules a hub comes with, held against a month of ordinary use into which misuses are planted. */
@HubTest
class OrdinaryMonthTest {

    private static final Logger LOG = LoggerFactory.getLogger(OrdinaryMonthTest.class);
    private static final LocalDate BEGUN = LocalDate.of(2026, 8, 15);
    private static final LocalDate MONTH = LocalDate.of(2026, 9, 1);
    private static final LocalDate END = LocalDate.of(2026, 10, 1);

    private final List<Rule> rules;

    OrdinaryMonthTest(Rules defaults) {
        this.rules = defaults.all();
    }

    private record Alarm(String rule, String caller) {

        static Alarm of(Finding finding) {
            return new Alarm(finding.rule().id(), Seen.caller(finding.who()));
        }
    }

    /** In the first weeks, when nobody has any history, auditors explain each case on the day it is found. */
    @Test
    void raisesNextToNoAlarmAndEveryPlantedMisuseIsFound() {
        Month month = new Month(2026, BEGUN, END);
        Remembered memory = new Remembered(rules);
        Set<Alarm> before = new LinkedHashSet<>();
        Set<Alarm> alarms = new LinkedHashSet<>();
        long begun = System.nanoTime();
        month.hours(
                Misuse::in,
                entries -> memory.see(entries).forEach(finding -> {
                    boolean early = LocalDate.ofInstant(entries.getFirst().at(), Month.ZONE)
                            .isBefore(MONTH);
                    (early ? before : alarms).add(Alarm.of(finding));
                    if (early) {
                        memory.explained(finding);
                    }
                }));
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        List<Alarm> wrong = alarms.stream()
                .filter(alarm -> !Misuse.callers().contains(alarm.caller()))
                .toList();
        LOG.info("{} callers, {} entries in {} ms", month.callers(), month.entries(), millis);
        LOG.info(
                "False alarms in the month: {} {}; in the weeks before: {} {}",
                wrong.size(),
                wrong,
                before.size(),
                before);

        assertThat(month.entries()).isGreaterThan(1_000_000);
        assertThat(alarms)
                .containsAll(Arrays.stream(Misuse.values())
                        .map(misuse -> new Alarm(misuse.rule(), misuse.caller()))
                        .toList());
        assertThat(wrong).hasSizeLessThanOrEqualTo(3);
    }
}
