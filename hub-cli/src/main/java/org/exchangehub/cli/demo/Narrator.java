package org.exchangehub.cli.demo;

import java.io.PrintWriter;

/** Tells the story as it happens: a numbered step, the calls made, the page that shows it. */
public final class Narrator {

    private final PrintWriter out;
    private int step;

    public Narrator(PrintWriter out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n== %s ==%n", title);
        out.flush();
    }

    void step(String zh, String en) {
        step++;
        out.printf("%n[%2d] %s%n     %s%n", step, zh, en);
        out.flush();
    }

    void call(Answer answer) {
        out.printf(
                "     %s → %d%s%n",
                answer.call(),
                answer.status(),
                answer.evidence().map(evidence -> "  evidence " + evidence).orElse(""));
        out.flush();
    }

    void say(String line) {
        out.printf("     %s%n", line);
        out.flush();
    }

    void page(Object address) {
        out.printf("     see %s%n", address);
        out.flush();
    }
}
