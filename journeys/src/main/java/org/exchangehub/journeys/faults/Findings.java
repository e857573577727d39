package org.exchangehub.journeys.faults;

import java.util.ArrayList;
import java.util.List;

/** What the oracle holds against the hub, and what is only worth noting. */
final class Findings {

    private static final int SHOWN = 8;

    private final List<Finding> wrong = new ArrayList<>();
    private final Tally noted = new Tally();

    /** What kind of wrong, as the targets count them. */
    enum Kind {
        /** Bytes were released without an entry in the log. */
        UNEVIDENCED,
        /** Something acknowledged is not there. */
        LOST,
        /** Something was done twice. */
        DOUBLED,
        /** A number of a sequence is missing. */
        GAP,
        /** Two truths: logs, orders or values that contradict each other. */
        FORK,
        /** An answer that says something else than what is. */
        WRONG_ANSWER,
        /** The hub did not come back by itself. */
        NOT_RECOVERED
    }

    /** One thing that is not as it has to be. */
    record Finding(Kind kind, String what) {}

    synchronized void wrong(Kind kind, String what) {
        wrong.add(new Finding(kind, what));
        if (count(kind) <= SHOWN) {
            System.out.println("  FOUND " + kind + ": " + what);
        }
    }

    /** Not against the promises, and not nice. */
    void note(String kind, String what) {
        noted.add(
                kind + ": " + what.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…").replaceAll("/[0-9]+$", "/n"));
    }

    synchronized long count(Kind kind) {
        return wrong.stream().filter(finding -> finding.kind() == kind).count();
    }

    synchronized List<Finding> wrong() {
        return List.copyOf(wrong);
    }

    Tally noted() {
        return noted;
    }
}
