package org.exchangehub.core.query;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts wrong claims over all instances, before anything is said of them: those made at the same time are counted one after the
 * other, so nobody gets more tries by asking at once.
 */
@Component
class Guesses {

    /** For how long a wrong claim counts. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    /** Stands for all records of a dataset together. */
    private static final String ALL = "";

    private final VerificationSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final StoredKey key;

    Guesses(VerificationSettings settings, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.key = new StoredKey(jdbc, "hub.verification_key", "HmacSHA256");
    }

    /**
     * One claim about one record.
     *
     * @param key what it was asked by, in normal spelling
     */
    record Tried(List<String> key, boolean missed) {}

    /**
     * Takes claims in the order they were made.
     *
     * @param caller who is counted
     * @return for each whether it may be answered
     */
    List<Boolean> answerable(String caller, String dataset, List<Tried> tried) {
        List<String> records = tried.stream().map(each -> digest(each.key())).toList();
        Map<String, Long> misses = new TreeMap<>(); // in one order, so that no two wait for each other
        misses.put(ALL, 0L);
        for (int i = 0; i < tried.size(); i++) {
            misses.merge(records.get(i), tried.get(i).missed() ? 1L : 0L, Long::sum);
            misses.merge(ALL, tried.get(i).missed() ? 1L : 0L, Long::sum);
        }
        Map<String, Long> before = before(caller, dataset, misses);
        List<Boolean> answerable = new ArrayList<>(tried.size());
        for (int i = 0; i < tried.size(); i++) {
            String record = records.get(i);
            answerable.add(before.getOrDefault(record, 0L) < settings.missesPerRecord()
                    && before.getOrDefault(ALL, 0L) < settings.missesPerDataset());
            if (tried.get(i).missed()) {
                before.merge(record, 1L, Long::sum);
                before.merge(ALL, 1L, Long::sum);
            }
        }
        return answerable;
    }

    /** How many there were before these, which are added. */
    private Map<String, Long> before(String caller, String dataset, Map<String, Long> misses) {
        Instant now = clock.instant();
        if (misses.getOrDefault(ALL, 0L) == 0) {
            return read(caller, dataset, List.copyOf(misses.keySet()), now);
        }
        Map<String, Long> missed = new TreeMap<>();
        List<String> right = new ArrayList<>();
        misses.forEach((record, more) -> {
            if (more > 0) {
                missed.put(record, more);
            } else {
                right.add(record);
            }
        });
        Map<String, Long> before = transaction.execute(status -> {
            Map<String, Long> counted = added(caller, dataset, missed, now);
            counted.putAll(read(caller, dataset, right, now));
            return counted;
        });
        if (before == null) {
            throw new IllegalStateException("counting the wrong claims of " + caller + " gave nothing");
        }
        return before;
    }

    private Map<String, Long> read(String caller, String dataset, List<String> records, Instant now) {
        Map<String, Long> counted = new TreeMap<>();
        if (records.isEmpty()) {
            return counted;
        }
        jdbc.sql("""
                        select encode(record, 'hex') as record, misses from hub.verification_miss
                         where caller = :caller and dataset = :dataset and since > :oldest and record in (:records)
                        """)
                .param("caller", caller)
                .param("dataset", dataset)
                .param("oldest", oldest(now))
                .param("records", records.stream().map(HexFormat.of()::parseHex).toList())
                .query(row -> {
                    counted.put(row.getString("record"), row.getLong("misses"));
                });
        return counted;
    }

    /** Adds misses by record, all by one statement and always in the same order, and says how many there were before. */
    private Map<String, Long> added(String caller, String dataset, Map<String, Long> missed, Instant now) {
        Map<String, Long> before = new TreeMap<>();
        jdbc.sql("""
                        insert into hub.verification_miss as m (caller, dataset, record, misses, since)
                        select :caller, :dataset, decode(record, 'hex'), more, :now
                          from unnest(:records::text[], :more::bigint[]) as given (record, more) order by record
                        on conflict (caller, dataset, record) do update
                           set misses = case when m.since > :oldest then m.misses else 0 end + excluded.misses,
                               since = case when m.since > :oldest then m.since else excluded.since end
                        returning encode(record, 'hex') as record, misses
                        """)
                .param("caller", caller)
                .param("dataset", dataset)
                .param("records", missed.keySet().toArray(String[]::new))
                .param("more", missed.values().toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oldest", oldest(now))
                .query(row -> {
                    String record = row.getString("record");
                    before.put(record, row.getLong("misses") - missed.getOrDefault(record, 0L));
                });
        return before;
    }

    private static Object oldest(Instant now) {
        return now.minus(REMEMBERED).atOffset(ZoneOffset.UTC);
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.sql("delete from hub.verification_miss where since <= :oldest")
                .param("oldest", oldest(clock.instant()))
                .update();
    }

    private String digest(List<String> values) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.get());
            return HexFormat.of().formatHex(mac.doFinal(RecordKey.text(values).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }
}
