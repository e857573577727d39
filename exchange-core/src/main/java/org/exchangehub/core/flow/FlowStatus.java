package org.exchangehub.core.flow;

import org.jspecify.annotations.Nullable;

/**
 * What NiFi says of one flow.
 *
 * @param queued FlowFiles waiting in it
 * @param lastError newest error NiFi still shows (it forgets them after five minutes), as a sentence
 */
record FlowStatus(boolean running, long queued, @Nullable String lastError) {

    private static final int LONGEST = 500;

    /** The first line of NiFi's message without the processor's class and id in front of it. */
    static String sentence(String processor, String message) {
        String text = message.lines().findFirst().orElse("").replaceFirst("^\\w+\\[id=[^]]*]\\s*", "");
        String whole = processor + ": " + (text.isBlank() ? "failed without saying why" : text);
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1) + "…";
    }
}
