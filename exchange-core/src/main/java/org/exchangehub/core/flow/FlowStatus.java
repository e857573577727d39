package org.exchangehub.core.flow;

import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What NiFi says of one flow.
 *
 * @param queued FlowFiles waiting in it
 * @param lastError newest error NiFi still shows (it forgets them after five minutes), as a sentence
 */
record FlowStatus(boolean running, long queued, @Nullable LocalizedText lastError) {

    private static final int LONGEST = 500;

    /** Stands between the Chinese and the English words in messages of the hub's own processors. */
    private static final String BETWEEN = " ‖ ";

    /** The first line of NiFi's message without the processor's class and id in front of it, in each language it is in. */
    static LocalizedText sentence(String processor, String message) {
        String text = message.lines().findFirst().orElse("").replaceFirst("^\\w+\\[id=[^]]*]\\s*", "");
        if (text.isBlank()) {
            return new LocalizedText(processor + "：出错但未说明原因", processor + ": failed without saying why");
        }
        int between = text.indexOf(BETWEEN);
        String zh = between < 0 ? text : text.substring(0, between);
        String en = between < 0 ? text : text.substring(between + BETWEEN.length());
        return new LocalizedText(shortened(processor + "：" + zh), shortened(processor + ": " + en));
    }

    private static String shortened(String whole) {
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1) + "…";
    }
}
