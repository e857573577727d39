package org.exchangehub.core.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.insight.Tally.Window;
import org.jspecify.annotations.Nullable;

/**
 * Holds entries against rules, one by one in the order of the log; what it finds is the same however they are grouped. It knows no
 * database: what was counted before is asked for and counted on.
 */
final class Detector {

    private final List<Rule> rules;
    private final Memory memory;

    /** What was before. */
    interface Memory {

        /** What was counted of a caller under a rule; the same one each time within a group of entries. */
        Tally tally(Rule rule, Who who);

        /** The hours of use before one. */
        Volume.Past past(Rule rule, Who who, long slot);
    }

    Detector(List<Rule> rules, Memory memory) {
        this.rules = rules.stream().filter(Rule::enabled).toList();
        this.memory = memory;
    }

    private record Concerned(String rule, String caller) {}

    /** What is unusual in the next entries. */
    List<Finding> see(List<Logged> entries) {
        Map<Concerned, List<Finding>> found = new LinkedHashMap<>();
        for (Logged entry : entries) {
            for (Rule rule : rules) {
                Finding finding = rule.counts(entry) ? finding(rule, entry) : null;
                if (finding != null) {
                    add(
                            found.computeIfAbsent(
                                    new Concerned(rule.id(), Seen.caller(entry.who())), each -> new ArrayList<>()),
                            finding);
                }
            }
        }
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** One that goes on where the last was is the same one. */
    private static void add(List<Finding> found, Finding next) {
        if (!found.isEmpty() && next.firstSlot() <= found.getLast().lastSlot() + 1) {
            found.add(found.removeLast().and(next));
        } else {
            found.add(next);
        }
    }

    private @Nullable Finding finding(Rule rule, Logged entry) {
        Tally tally = memory.tally(rule, entry.who());
        if (rule.ends(entry)) {
            tally.clear();
            return null;
        }
        tally.add(rule, entry);
        long slot = rule.slot(entry);
        Window window = tally.within(rule, slot);
        Long limit = null;
        if (rule.kind() == Rule.Kind.VOLUME && window.counted() >= rule.threshold()) {
            limit = tally.limit(slot, each -> Volume.limit(rule.terms(), memory.past(rule, entry.who(), each)));
        }
        boolean unusual = rule.unusual(window, limit);
        if (!unusual && !tally.collects(slot)) {
            return null;
        }
        tally.collecting(slot, slot);
        return new Finding(
                rule,
                entry.who(),
                unusual ? window.first() : entry.index(),
                entry.index(),
                slot,
                slot,
                window.counted(),
                window.missed(),
                window.near(),
                limit);
    }
}
