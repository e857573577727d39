package org.exchangehub.core.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.insight.Tally.Count;

/** Counts in memory, kept from group to group as the database keeps them. */
final class Remembered implements Detector.Memory {

    private static final int DAY = 24;

    private final Map<String, NavigableMap<Long, Count>> kept = new HashMap<>();
    private final Map<String, Tally> group = new HashMap<>();
    private final Map<String, Who> callers = new HashMap<>();
    private final Set<String> suspected = new HashSet<>();
    private final Map<String, Finding> last = new HashMap<>();
    private final Map<String, Long> accepted = new HashMap<>();
    private final List<Rule> rules;

    Remembered(List<Rule> rules) {
        this.rules = rules;
    }

    /** What is found in the next entries; no case is closed. */
    List<Finding> see(List<Logged> entries) {
        List<Finding> found = new Detector(rules, this).see(entries);
        for (Finding finding : found) {
            String of = of(finding.rule(), finding.who());
            last.put(of, finding);
            for (long slot = finding.firstSlot(); slot <= finding.lastSlot(); slot++) {
                suspected.add(of + " " + slot);
            }
        }
        group.forEach((of, tally) -> {
            NavigableMap<Long, Count> counts = kept.computeIfAbsent(of, each -> new TreeMap<>());
            if (tally.cleared()) {
                counts.clear();
            }
            counts.putAll(tally.changed());
            if (!of.contains("(hours)")) {
                counts.headMap(counts.isEmpty() ? 0 : counts.lastKey() - 120).clear();
            }
        });
        group.clear();
        return found;
    }

    /** Somebody has looked into it and closed the case: it was as it should be. */
    void explained(Finding finding) {
        String of = of(finding.rule(), finding.who());
        accepted.merge(of, finding.counted(), Math::max);
        for (long slot = finding.firstSlot(); slot <= finding.lastSlot(); slot++) {
            suspected.remove(of + " " + slot);
        }
    }

    private static String of(Rule rule, Who who) {
        return rule.id() + (rule.kind() == Rule.Kind.VOLUME ? "(hours) " : " ") + Seen.caller(who);
    }

    @Override
    public Tally tally(Rule rule, Who who) {
        String of = of(rule, who);
        callers.put(of, who);
        return group.computeIfAbsent(of, each -> {
            Tally tally = new Tally();
            NavigableMap<Long, Count> counts = kept.getOrDefault(each, new TreeMap<>());
            if (!counts.isEmpty()) {
                counts.tailMap(counts.lastKey() - rule.slots()).forEach(tally::put);
            }
            Finding found = last.get(each);
            if (found != null) {
                tally.collecting(found.firstSlot(), found.lastSlot());
            }
            return tally;
        });
    }

    @Override
    public Volume.Past past(Rule rule, Who who, long slot) {
        List<Long> own = days(of(rule, who), rule, slot);
        return new Volume.Past(
                own,
                accepted.getOrDefault(of(rule, who), 0L),
                own.size() < Volume.OWN_HISTORY ? peers(rule, who, slot) : List.of());
    }

    private List<Long> days(String of, Rule rule, long slot) {
        Map<Long, Long> days = new TreeMap<>();
        kept.getOrDefault(of, new TreeMap<>())
                .subMap(slot - rule.kept(), slot - DAY)
                .forEach((hour, count) -> {
                    if (!suspected.contains(of + " " + hour)) {
                        days.merge(hour / DAY, count.counted(), Math::max);
                    }
                });
        return List.copyOf(days.values());
    }

    private List<Long> peers(Rule rule, Who who, long slot) {
        List<Long> department = others(rule, who, slot, true);
        return department.size() < Volume.PEERS_HISTORY ? others(rule, who, slot, false) : department;
    }

    private List<Long> others(Rule rule, Who who, long slot, boolean department) {
        List<Long> days = new ArrayList<>();
        callers.forEach((of, other) -> {
            boolean alike = Seen.service(other.client()) == Seen.service(who.client())
                    && (!department || String.valueOf(other.department()).equals(who.department()));
            if (of.startsWith(rule.id() + "(") && alike && !other.equals(who)) {
                days.addAll(days(of, rule, slot));
            }
        });
        return days;
    }
}
