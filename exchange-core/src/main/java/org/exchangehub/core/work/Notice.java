package org.exchangehub.core.work;

import java.util.Map;
import java.util.Set;

/**
 * Something people are to be told.
 *
 * @param kind {@code <module>.<name>}: the module's resources {@code notices_zh.properties} and {@code notices_en.properties} have its
 *     title and text under {@code <name>.title} and {@code <name>.text}. Stored, so it must not change
 * @param subject what it is about; its title stands for {@code {subject}} in the texts, its link is the notice's
 * @param arguments what stands for other names in braces: numbers, dates, names of departments, nothing personal
 */
public record Notice(String kind, Subject subject, Set<Recipient> recipients, Map<String, String> arguments) {

    public Notice {
        recipients = Set.copyOf(recipients);
        arguments = Map.copyOf(arguments);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a notice " + kind + " for nobody");
        }
    }

    /** A notice whose texts need the subject's title only. */
    public static Notice of(String kind, Subject subject, Recipient... recipients) {
        return new Notice(kind, subject, Set.of(recipients), Map.of());
    }

    /** With what stands for one more name in its texts. */
    public Notice with(String name, Object value) {
        Map<String, String> more = new java.util.HashMap<>(arguments);
        more.put(name, value.toString());
        return new Notice(kind, subject, recipients, more);
    }
}
