package org.exchangehub.core.insight;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.LogFeed.Unnamed;
import org.exchangehub.core.audit.Who;
import org.jspecify.annotations.Nullable;

/**
 * A hub's ordinary use, made up: clerks in office hours with overtime at the month's end and now and then a weekend, applications that
 * serve citizens all day, nightly synchronisations, feeds read every five minutes, and some who begin in the middle of it.
 */
final class Month {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int CLERKS = 220;
    private static final int APPLICATIONS = 110;
    private static final int SYNCHRONISATIONS = 15;
    private static final int FEEDS = 15;
    private static final int DEPARTMENTS = 24;
    private static final double[] DAY = {
        .04, .03, .03, .03, .03, .05, .1, .3, .8, 1.3, 1.4, 1.1, .6, .8, 1.2, 1.3, 1.2, .8, .4, .3, .2, .15, .1, .06
    };

    private final Random random;
    private final LocalDate first;
    private final LocalDate end;
    private final List<Caller> callers = new ArrayList<>();
    private long index;

    /** @param rate of accesses within an ordinary hour */
    private record Caller(Kind kind, Who who, double rate, double errors, LocalDate since, boolean serial) {}

    private enum Kind {
        CLERK,
        APPLICATION,
        SYNCHRONISATION,
        FEED
    }

    Month(long seed, LocalDate first, LocalDate end) {
        this.random = new Random(seed);
        this.first = first;
        this.end = end;
        for (int i = 0; i < CLERKS; i++) {
            add(Kind.CLERK, i, "catalog-ui", Math.exp(2.5 + .5 * random.nextGaussian()), i % 22 == 7, i % 20 == 3);
        }
        for (int i = 0; i < APPLICATIONS; i++) {
            add(Kind.APPLICATION, i, "app-" + i, Math.exp(3.2 + .9 * random.nextGaussian()), i % 11 == 7, false);
        }
        for (int i = 0; i < SYNCHRONISATIONS; i++) {
            add(Kind.SYNCHRONISATION, i, "app-sync-" + i, 5 + random.nextInt(90), false, false);
        }
        for (int i = 0; i < FEEDS; i++) {
            add(Kind.FEED, i, "app-feed-" + i, 5 + random.nextInt(40), false, false);
        }
    }

    private void add(Kind kind, int i, String client, double rate, boolean newcomer, boolean serial) {
        int days = (int) Duration.between(first.atStartOfDay(ZONE), end.atStartOfDay(ZONE))
                .toDays();
        callers.add(new Caller(
                kind,
                new Who(kind + "-" + i, client, "department-" + i % DEPARTMENTS),
                rate,
                .02 + .1 * random.nextDouble(),
                newcomer ? first.plusDays(days / 2 + random.nextInt(days / 2)) : first,
                serial));
    }

    int callers() {
        return callers.size();
    }

    long entries() {
        return index;
    }

    /**
     * Hands on the entries hour by hour.
     *
     * @param planted what else happens in the hour that begins then
     */
    void hours(Planted planted, Consumer<List<Logged>> seen) {
        for (ZonedDateTime hour = first.atStartOfDay(ZONE);
                hour.toLocalDate().isBefore(end);
                hour = hour.plusHours(1)) {
            List<Logged> entries = new ArrayList<>(planted.in(hour));
            for (Caller caller : callers) {
                if (!hour.toLocalDate().isBefore(caller.since())) {
                    ordinary(caller, hour, entries);
                }
            }
            entries.sort(Comparator.comparing(Logged::at));
            seen.accept(entries.stream().map(this::numbered).toList());
        }
    }

    /** What is planted into an hour. */
    interface Planted {
        List<Logged> in(ZonedDateTime hour);
    }

    private Logged numbered(Logged each) {
        return new Logged(
                index++,
                each.at(),
                each.kind(),
                each.who(),
                each.rows(),
                each.subjects(),
                each.unnamed(),
                each.result(),
                0,
                each.adjacent());
    }

    private void ordinary(Caller caller, ZonedDateTime hour, List<Logged> entries) {
        boolean weekend = hour.getDayOfWeek() == DayOfWeek.SATURDAY || hour.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean monthEnd = hour.toLocalDate().plusDays(3).getMonth() != hour.getMonth();
        double busy = (monthEnd ? 2.5 : 1) * Math.exp(.35 * random.nextGaussian());
        switch (caller.kind()) {
            case CLERK -> {
                boolean office = hour.getHour() >= 8 && hour.getHour() < 18 && hour.getHour() != 12;
                boolean overtime = monthEnd && hour.getHour() < 21 && hour.getHour() >= 18 && random.nextInt(4) == 0;
                if (weekend) {
                    many(caller, hour, random.nextInt(120) == 0 && office ? random.nextInt(6) : 0, entries);
                } else if (office || overtime) {
                    many(caller, hour, poisson(caller.rate() * busy * (overtime ? .5 : 1)), entries);
                }
            }
            case APPLICATION ->
                many(caller, hour, poisson(caller.rate() * busy * DAY[hour.getHour()] * (weekend ? .5 : 1)), entries);
            case SYNCHRONISATION -> {
                for (int page = 0; hour.getHour() == 2 && page < caller.rate() * Math.min(busy, 1.6); page++) {
                    entries.add(entry(
                            at(hour),
                            "RECORDS_LISTED",
                            caller.who(),
                            1_000,
                            List.of(),
                            new Unnamed(
                                    "sha256:" + caller.who().client() + hour.getDayOfYear() + "-" + page, 0, 1_000)));
                }
            }
            case FEED -> {
                for (int i = 0; i < 12; i++) {
                    int rows = poisson(caller.rate() * busy * DAY[hour.getHour()]);
                    Unnamed changes =
                            new Unnamed("changes:" + caller.who().client(), hour.toEpochSecond() + i * 100L, rows);
                    entries.add(entry(at(hour), "CHANGES_READ", caller.who(), rows, List.of(), changes));
                }
            }
        }
    }

    private void many(Caller caller, ZonedDateTime hour, int count, List<Logged> entries) {
        for (int i = 0; i < count; i++) {
            entries.add(one(caller, at(hour)));
        }
    }

    private Logged one(Caller caller, Instant at) {
        double what = random.nextDouble();
        if (what < .005) {
            return entry(at, "ACCESS_DENIED", caller.who(), 0, List.of(), null);
        }
        if (what < .05) {
            List<String> listed = random.ints(5 + random.nextInt(45), 0, 3_000_000)
                    .mapToObj(n -> "2026:" + n)
                    .toList();
            return entry(at, "RECORDS_LISTED", caller.who(), listed.size(), listed, null);
        }
        List<String> subject = List.of("2026:" + random.nextInt(3_000_000));
        boolean error = random.nextDouble() < caller.errors();
        if (what < .5) {
            String result = error ? (random.nextInt(3) == 0 ? "NO_RECORD" : "NO_MATCH") : "MATCH";
            return new Logged(
                    0,
                    at,
                    "RECORD_VERIFIED",
                    caller.who(),
                    "NO_RECORD".equals(result) ? 0 : 1,
                    subject,
                    null,
                    result,
                    0,
                    0);
        }
        int adjacent = caller.serial() && random.nextBoolean() ? 24 : 0;
        return new Logged(0, at, "RECORD_READ", caller.who(), error ? 0 : 1, subject, null, null, 0, adjacent);
    }

    private static Logged entry(
            Instant at, String kind, Who who, long rows, List<String> subjects, @Nullable Unnamed unnamed) {
        return new Logged(0, at, kind, who, rows, subjects, unnamed, null, 0, 0);
    }

    private Instant at(ZonedDateTime hour) {
        return hour.toInstant().plusMillis(random.nextInt(3_600_000));
    }

    private int poisson(double mean) {
        if (mean > 60) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
