package org.exchangehub.core.insight;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.LogFeed.Unnamed;
import org.exchangehub.core.audit.Who;
import org.jspecify.annotations.Nullable;

/** Misuses planted into a {@link Month}, most by callers who use the hub as usual besides. */
enum Misuse {
    A_CLERK_READS_HUNDREDS("volume", "2026-09-10T10:00", 400, 55, "CLERK-5", "catalog-ui", 5),
    AN_APPLICATION_MULTIPLIES("volume", "2026-09-11T15:00", 5_000, 55, "APPLICATION-4", "app-4", 4),
    A_NEWCOMER_TAKES_ALL("volume", "2026-09-14T11:00", 3_500, 55, "thief", "app-thief", 3),
    SOMEBODY_GUESSES("failed-verifications", "2026-09-15T09:00", 12, 20, "guess", "app-guess", 3),
    A_WALK_ALONG_KEYS_THAT_EXIST("enumeration", "2026-09-16T09:00", 60, 8, "walk", "app-walk", 3),
    A_SEARCH_FOR_KEYS_THAT_EXIST("enumeration", "2026-09-17T09:00", 40, 8, "search", "app-search", 3),
    A_CLERK_BY_NIGHT("off-hours", "2026-09-19T01:00", 25, 50, "CLERK-9", "catalog-ui", 9),
    A_CLERK_ON_SUNDAY("off-hours", "2026-09-20T11:00", 25, 50, "CLERK-10", "catalog-ui", 10),
    AN_APPLICATION_TRIES_WHAT_IT_MAY_NOT("denials", "2026-09-18T14:00", 30, 3, "APPLICATION-9", "app-9", 9),
    A_CLERK_HARVESTS_LISTS("many-subjects", "2026-09-21T16:00", 40, 50, "CLERK-11", "catalog-ui", 11),
    A_FEED_BEGINS_ANEW("many-subjects", "2026-09-22T23:00", 60, 50, "FEED-2", "app-feed-2", 2),
    A_SYNCHRONISATION_TAKES_MORE("many-subjects", "2026-09-23T02:00", 500, 55, "SYNCHRONISATION-3", "app-sync-3", 3);

    private final String rule;
    private final String hour;
    private final int times;
    private final int minutes;
    private final String account;
    private final String client;
    private final int department;

    Misuse(String rule, String hour, int times, int minutes, String account, String client, int department) {
        this.rule = rule;
        this.hour = hour;
        this.times = times;
        this.minutes = minutes;
        this.account = account;
        this.client = client;
        this.department = department;
    }

    private Who who() {
        return new Who(account, client, "department-" + department);
    }

    String rule() {
        return rule;
    }

    String caller() {
        return Seen.caller(who());
    }

    static Set<String> callers() {
        return Arrays.stream(values()).map(Misuse::caller).collect(Collectors.toUnmodifiableSet());
    }

    /** What is planted into the hour. */
    static List<Logged> in(ZonedDateTime hour) {
        return Arrays.stream(values())
                .filter(each -> hour.toLocalDateTime().toString().equals(each.hour))
                .flatMap(each -> IntStream.range(0, each.times)
                        .mapToObj(i ->
                                each.entry(i, hour.toInstant().plusMillis(each.minutes * 60_000L * i / each.times))))
                .toList();
    }

    private Logged entry(int i, Instant at) {
        List<String> subject = List.of(name() + i);
        return switch (this) {
            case SOMEBODY_GUESSES -> entry(at, "RECORD_VERIFIED", 1, List.of(name()), null, "NO_MATCH", 0);
            case A_WALK_ALONG_KEYS_THAT_EXIST ->
                entry(at, "RECORD_READ", 1, subject, null, null, Math.min(32, i / 8 * 8));
            case A_SEARCH_FOR_KEYS_THAT_EXIST -> entry(at, "RECORD_READ", i % 5 < 2 ? 1 : 0, subject, null, null, 0);
            case AN_APPLICATION_TRIES_WHAT_IT_MAY_NOT -> entry(at, "ACCESS_DENIED", 0, List.of(), null, null, 0);
            case A_CLERK_HARVESTS_LISTS, A_SYNCHRONISATION_TAKES_MORE ->
                entry(at, "RECORDS_LISTED", 1_000, List.of(), new Unnamed("sha256:" + name() + i, 0, 1_000), null, 0);
            case A_FEED_BEGINS_ANEW ->
                entry(at, "CHANGES_READ", 1_000, List.of(), new Unnamed("changes:all", i * 1_000L, 1_000), null, 0);
            default -> entry(at, "RECORD_READ", 1, subject, null, null, 0);
        };
    }

    private Logged entry(
            Instant at,
            String kind,
            long rows,
            List<String> subjects,
            @Nullable Unnamed unnamed,
            @Nullable String result,
            int adjacent) {
        return new Logged(0, at, kind, who(), rows, subjects, unnamed, result, 0, adjacent);
    }
}
