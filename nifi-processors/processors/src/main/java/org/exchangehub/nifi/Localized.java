package org.exchangehub.nifi;

import org.exchangehub.schemas.value.LocalizedText;

/** A failure that can say what is wrong in Chinese and English. */
public interface Localized {

    /**
     * Stands between the Chinese and the English sentence where only one line of text can be handed on, such as in NiFi's
     * bulletins; the hub takes them apart there.
     */
    String BETWEEN = " ‖ ";

    /** What is wrong. */
    LocalizedText said();

    /** Both sentences in one line. */
    static String line(LocalizedText said) {
        return said.zh() + BETWEEN + said.en();
    }
}
