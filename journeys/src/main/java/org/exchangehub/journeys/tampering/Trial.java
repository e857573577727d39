package org.exchangehub.journeys.tampering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangehub.journeys.tampering.Judge.Judgement;

/** Shows lies to verifiers and keeps what came of each. */
public final class Trial {

    private final TrueLog log;
    private final List<Judge> judges;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Lie.Kind, Map<String, Count>> counts = new EnumMap<>(Lie.Kind.class);
    private int truths;

    /**
     * What one verifier made of the lies of one kind.
     *
     * @param shown lies it was shown
     * @param found of them found out
     * @param reasons how often for which reason
     */
    public record Count(int shown, int found, Map<String, Integer> reasons) {

        Count and(Judgement judgement) {
            Map<String, Integer> more = new TreeMap<>(reasons);
            if (judgement instanceof Judgement.Refused(String reason)) {
                more.merge(reason.replaceAll("[0-9]+", "n"), 1, Integer::sum);
                return new Count(shown + 1, found + 1, more);
            }
            return new Count(shown + 1, found, more);
        }
    }

    public Trial(TrueLog log, List<Judge> judges) {
        this.log = log;
        this.judges = List.copyOf(judges);
    }

    /** Shows so many lies of each kind, and the truth in between. */
    public void run(Liar liar, int ofEachKind) throws IOException {
        for (Lie.Kind kind : Lie.Kind.values()) {
            for (int i = 0; i < ofEachKind; i++) {
                show(liar.next(kind));
            }
            for (Lie truth : liar.truths()) {
                for (Judge judge : judges) {
                    believed(judge, truth);
                }
            }
        }
    }

    /** Shows one lie more. */
    public void show(Lie lie) throws IOException {
        for (Judge judge : judges) {
            if (judge.knows(lie)) {
                judge(judge, lie);
            }
        }
    }

    private void judge(Judge judge, Lie lie) throws IOException {
        Judgement judgement = judge.judge(lie, log);
        if (!(judgement instanceof Judgement.Refused)) {
            wrong.add(judge.name() + ", " + lie.kind() + " (" + lie.how() + "): " + judgement);
        }
        counts.computeIfAbsent(lie.kind(), kind -> new TreeMap<>())
                .merge(judge.name(), new Count(0, 0, Map.of()).and(judgement), (before, one) -> before.and(judgement));
    }

    private void believed(Judge judge, Lie truth) throws IOException {
        if (judge.knows(truth)) {
            truths++;
            Judgement judgement = judge.judge(truth, log);
            if (!(judgement instanceof Judgement.Accepted)) {
                wrong.add(judge.name() + ", the truth: " + judgement);
            }
        }
    }

    /** Lies that were believed, truths that were not, and verifiers that broke. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How often the truth was shown. */
    public int truths() {
        return truths;
    }

    /** What the verifiers made of the lies of a kind, by verifier. */
    public Map<String, Count> of(Lie.Kind kind) {
        return counts.getOrDefault(kind, Map.of());
    }

    /** All lies a verifier was shown, of every kind. */
    public Count of(Judge judge) {
        Count all = new Count(0, 0, Map.of());
        for (Map<String, Count> kind : counts.values()) {
            Count count = kind.getOrDefault(judge.name(), new Count(0, 0, Map.of()));
            all = new Count(all.shown() + count.shown(), all.found() + count.found(), Map.of());
        }
        return all;
    }
}
