package org.exchangehub.core.discovery;

import java.util.ArrayList;
import java.util.List;

/** Where in a text the words are that were looked for. */
final class Highlights {

    /** From the private use area, which no text of the catalog has: so nobody's text is taken for a mark. */
    static final char BEGIN = '\uE000';

    static final char END = '\uE001';

    private Highlights() {}

    /** A piece of a text. */
    record Highlight(String text, boolean hit) {}

    /** A text with marks, in pieces. */
    static List<Highlight> of(String marked) {
        List<Highlight> pieces = new ArrayList<>();
        int from = 0;
        boolean hit = false;
        for (int at = 0; at <= marked.length(); at++) {
            boolean end = at == marked.length();
            if (end || marked.charAt(at) == BEGIN || marked.charAt(at) == END) {
                add(pieces, marked.substring(from, at), hit);
                hit = !end && marked.charAt(at) == BEGIN;
                from = at + 1;
            }
        }
        return pieces;
    }

    /** The engine marks Chinese character by character; pieces side by side of one kind are one. */
    private static void add(List<Highlight> pieces, String text, boolean hit) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().hit() == hit) {
            text = pieces.removeLast().text() + text;
        }
        pieces.add(new Highlight(text, hit));
    }
}
