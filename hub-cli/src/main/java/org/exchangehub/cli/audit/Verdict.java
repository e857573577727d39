package org.exchangehub.cli.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.LogRefused;

/** What a verification came to, told to a person or to a program. */
final class Verdict {

    static final int VERIFIED = 0;
    static final int REFUSED = 1;
    static final int UNREADABLE = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final List<Map<String, Object>> checks = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    Verdict(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Something was expected, and found. */
    void passed(String sentence, Map<String, Object> check) {
        sentences.add(sentence);
        checks.add(check);
    }

    static Map<String, Object> facts(String check, Checkpoint checkpoint) {
        return Map.of(
                "check",
                check,
                "origin",
                checkpoint.origin(),
                "size",
                checkpoint.size(),
                "root",
                checkpoint.root().base64());
    }

    int verified() {
        if (json) {
            print(true);
        } else {
            sentences.forEach(out::println);
        }
        return VERIFIED;
    }

    int refused(LogRefused refused) {
        if (json) {
            ObjectNode node = node(false);
            node.put("reason", refused.reason().name());
            node.put("what", refused.what());
            node.put("expected", refused.expected());
            node.put("found", refused.found());
            out.println(node);
        } else {
            sentences.forEach(out::println);
            err.println("hub: REFUSED (" + refused.reason() + "): " + refused.what());
            if (!refused.expected().isEmpty()) {
                err.println("  expected  " + refused.expected());
                err.println("  found     " + refused.found());
            }
            if (refused.reason() == LogRefused.Reason.MISSING) {
                err.println(
                        "  A part of a log, or one whose beginning is pruned, is verified with --range FIRST-LAST.");
            }
        }
        return REFUSED;
    }

    /** Nothing was verified, and nothing refused either. */
    int unreadable(String sentence) {
        if (json) {
            out.println(node(false).put("error", sentence));
        } else {
            err.println("hub: " + sentence);
        }
        return UNREADABLE;
    }

    private void print(boolean verified) {
        out.println(node(verified));
    }

    private ObjectNode node(boolean verified) {
        ObjectNode node = JSON.createObjectNode().put("verified", verified);
        node.set("checks", JSON.valueToTree(checks));
        return node;
    }
}
