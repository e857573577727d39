package org.exchangehub.core.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.insight.Tally.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was counted, as the database keeps it; read and written in the transaction that moves the position in the log. */
@Component
class Tallies {

    /** A day: what is usual is not judged by what happened a moment ago, so that nobody raises it hour by hour. */
    private static final int DAY = 24;

    private static final int PEERS = 20_000;
    private static final int CIRCLES = 1_000;

    /** Counts named c that no open or confirmed case rests on. */
    private static final String UNSUSPECTED = """
            and not exists (select from hub.anomaly_case a join hub.anomaly_evidence e on e.case_id = a.id
                where a.rule = c.rule and a.caller = c.caller and (a.state <> 'CLOSED' or a.outcome = 'CONFIRMED')
                    and c.slot between e.first_slot and e.last_slot)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate rows;

    Tallies(JdbcClient jdbc, NamedParameterJdbcTemplate rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What others did, by day: it is asked for once a day, because it takes a look at all there is. */
    private final Map<Circle, List<Peak>> circles = new ConcurrentHashMap<>();

    private record Of(String rule, String caller) {}

    private record Circle(
            String rule,
            long version,
            boolean service,
            @Nullable String department,
            long day) {}

    private record Peak(String caller, long counted) {}

    /** The memory of a group of entries. */
    Group of(List<Rule> rules, List<Logged> entries) {
        Group group = new Group();
        for (Rule rule : rules) {
            Set<String> callers = new HashSet<>();
            long from = Long.MAX_VALUE;
            long to = Long.MIN_VALUE;
            for (Logged entry : entries) {
                if (rule.counts(entry)) {
                    callers.add(Seen.caller(entry.who()));
                    from = Math.min(from, rule.slot(entry));
                    to = Math.max(to, rule.slot(entry));
                }
            }
            if (!callers.isEmpty()) {
                counted(group, rule, callers, from - rule.slots(), to);
                collecting(group, rule, callers);
            }
        }
        return group;
    }

    private void counted(Group group, Rule rule, Set<String> callers, long behind, long to) {
        jdbc.sql("""
                        select caller, slot, counted, judged, missed, near, first_index, last_index, sketch
                        from hub.anomaly_count
                        where rule = :rule and caller = any(:callers) and slot > :behind and slot <= :to
                        """)
                .param("rule", rule.id())
                .param("callers", callers.toArray(String[]::new))
                .param("behind", behind)
                .param("to", to)
                .query((row, n) -> {
                    group.tally(rule, row.getString("caller")).put(row.getLong("slot"), count(row));
                    return n;
                })
                .list();
    }

    private static Count count(ResultSet row) throws SQLException {
        byte[] sketch = row.getBytes("sketch");
        return new Count(
                row.getLong("counted"),
                row.getLong("judged"),
                row.getLong("missed"),
                row.getLong("near"),
                row.getLong("first_index"),
                row.getLong("last_index"),
                sketch == null ? null : new Sketch(sketch));
    }

    private void collecting(Group group, Rule rule, Set<String> callers) {
        jdbc.sql("""
                        select distinct on (c.caller) c.caller, e.first_slot, e.last_slot
                        from hub.anomaly_case c join hub.anomaly_evidence e on e.case_id = c.id
                        where c.rule = :rule and c.caller = any(:callers) and c.state <> 'CLOSED'
                        order by c.caller, e.first_index desc
                        """)
                .param("rule", rule.id())
                .param("callers", callers.toArray(String[]::new))
                .query((row, n) -> {
                    group.tally(rule, row.getString(1)).collecting(row.getLong(2), row.getLong(3));
                    return n;
                })
                .list();
    }

    /** What is known of a group's callers; counts go on in it. */
    final class Group implements Detector.Memory {

        private final Map<Of, Tally> tallies = new HashMap<>();
        private final Map<String, Who> callers = new HashMap<>();

        @Override
        public Tally tally(Rule rule, Who who) {
            String caller = Seen.caller(who);
            callers.put(caller, who);
            return tally(rule, caller);
        }

        private Tally tally(Rule rule, String caller) {
            return tallies.computeIfAbsent(new Of(rule.id(), caller), each -> new Tally());
        }

        @Override
        public Volume.Past past(Rule rule, Who who, long slot) {
            List<Long> own = own(rule, Seen.caller(who), slot);
            return new Volume.Past(
                    own,
                    accepted(rule, Seen.caller(who), slot),
                    own.size() < Volume.OWN_HISTORY ? peers(rule, who, slot) : List.of());
        }

        /** Keeps what was counted. */
        void keep() {
            SqlParameterSource[] known = callers.values().stream()
                    .map(who -> new MapSqlParameterSource("caller", Seen.caller(who))
                            .addValue("service", Seen.service(who.client()))
                            .addValue("department", who.department()))
                    .toArray(SqlParameterSource[]::new);
            rows.batchUpdate("""
                    insert into hub.anomaly_caller as known (caller, service, department)
                    values (:caller, :service, :department)
                    on conflict (caller) do update set department = excluded.department
                        where known.department is distinct from excluded.department
                    """, known);
            SqlParameterSource[] cleared = tallies.entrySet().stream()
                    .filter(each -> each.getValue().cleared())
                    .map(each -> of(each.getKey()))
                    .toArray(SqlParameterSource[]::new);
            rows.batchUpdate("delete from hub.anomaly_count where rule = :rule and caller = :caller", cleared);
            SqlParameterSource[] counts = tallies.entrySet().stream()
                    .flatMap(each -> each.getValue().changed().entrySet().stream()
                            .map(count -> of(each.getKey(), count.getKey(), count.getValue())))
                    .toArray(SqlParameterSource[]::new);
            rows.batchUpdate("""
                    insert into hub.anomaly_count
                        (rule, caller, slot, counted, judged, missed, near, first_index, last_index, sketch)
                    values (:rule, :caller, :slot, :counted, :judged, :missed, :near, :first, :last, :sketch)
                    on conflict (rule, caller, slot) do update set counted = excluded.counted,
                        judged = excluded.judged, missed = excluded.missed, near = excluded.near,
                        first_index = excluded.first_index, last_index = excluded.last_index,
                        sketch = excluded.sketch
                    """, counts);
        }
    }

    private static MapSqlParameterSource of(Of of) {
        return new MapSqlParameterSource("rule", of.rule()).addValue("caller", of.caller());
    }

    private static MapSqlParameterSource of(Of of, long slot, Count count) {
        Sketch sketch = count.sketch();
        return of(of).addValue("slot", slot)
                .addValue("counted", count.counted())
                .addValue("judged", count.judged())
                .addValue("missed", count.missed())
                .addValue("near", count.near())
                .addValue("first", count.first())
                .addValue("last", count.last())
                .addValue("sketch", sketch == null ? null : sketch.bytes(), Types.BINARY);
    }

    /** The fullest hour of each of the caller's days until a day ago, without those suspected or confirmed to be misuse. */
    private List<Long> own(Rule rule, String caller, long slot) {
        return jdbc.sql("""
                        select max(c.counted + c.judged) from hub.anomaly_count c
                        where c.rule = :rule and c.caller = :caller and c.slot >= :from and c.slot < :until
                        """ + UNSUSPECTED + " group by c.slot / 24")
                .param("rule", rule.id())
                .param("caller", caller)
                .param("from", slot - rule.kept())
                .param("until", slot - DAY)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private long accepted(Rule rule, String caller, long slot) {
        return jdbc.sql("""
                        select coalesce(max(e.counted), 0) from hub.anomaly_case a
                        join hub.anomaly_evidence e on e.case_id = a.id
                        where a.rule = :rule and a.caller = :caller and a.state = 'CLOSED'
                          and a.outcome <> 'CONFIRMED' and e.last_slot >= :from
                        """)
                .param("rule", rule.id())
                .param("caller", caller)
                .param("from", slot - rule.kept())
                .query(Long.class)
                .single();
    }

    /** The fullest hours of others' days: of the department's if they are enough, else of all; services are held against services. */
    private List<Long> peers(Rule rule, Who who, long slot) {
        List<Long> department = who.department() == null ? List.of() : others(rule, who, who.department(), slot);
        return department.size() < Volume.PEERS_HISTORY ? others(rule, who, null, slot) : department;
    }

    private List<Long> others(Rule rule, Who who, @Nullable String department, long slot) {
        Circle circle = new Circle(rule.id(), rule.version(), Seen.service(who.client()), department, slot / DAY);
        if (circles.size() > CIRCLES) {
            circles.clear();
        }
        String caller = Seen.caller(who);
        return circles.computeIfAbsent(circle, each -> peaks(rule, each)).stream()
                .filter(peak -> !peak.caller().equals(caller))
                .map(Peak::counted)
                .toList();
    }

    private List<Peak> peaks(Rule rule, Circle circle) {
        return jdbc.sql("""
                        select c.caller, max(c.counted + c.judged)
                        from hub.anomaly_count c join hub.anomaly_caller k using (caller)
                        where c.rule = :rule and c.slot >= :from and c.slot < :until and k.service = :service
                          and (cast(:department as text) is null or k.department = :department)
                        """ + UNSUSPECTED + " group by c.caller, c.slot / 24 limit :most")
                .param("rule", rule.id())
                .param("from", circle.day() * DAY - rule.kept())
                .param("until", (circle.day() - 1) * DAY)
                .param("service", circle.service())
                .param("department", circle.department())
                .param("most", PEERS)
                .query((row, n) -> new Peak(row.getString(1), row.getLong(2)))
                .list();
    }

    /** A case is closed: what was counted is judged and counts only as history. */
    void judged(Rule rule, String caller) {
        jdbc.sql("""
                        update hub.anomaly_count set judged = judged + counted, counted = 0, missed = 0, near = 0,
                            first_index = -1, last_index = -1, sketch = null
                        where rule = :rule and caller = :caller and counted > 0
                        """).param("rule", rule.id()).param("caller", caller).update();
    }

    /** Forgets what no rule looks at any more, and of hours that are over whom they named. */
    void forget(Rule rule, long slot) {
        jdbc.sql("delete from hub.anomaly_count where rule = :rule and slot < :slot")
                .param("rule", rule.id())
                .param("slot", slot - 2L * rule.kept())
                .update();
        if (rule.countsSubjects()) {
            jdbc.sql("""
                            update hub.anomaly_count set judged = judged + counted, counted = 0, sketch = null
                            where rule = :rule and slot between :from and :to and sketch is not null
                            """)
                    .param("rule", rule.id())
                    .param("from", slot - 8 * DAY)
                    .param("to", slot - 3)
                    .update();
        }
    }
}
