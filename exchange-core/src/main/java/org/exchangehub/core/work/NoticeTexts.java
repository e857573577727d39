package org.exchangehub.core.work;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * What notices say, in both languages, from the modules' resources.
 *
 * @param title one line
 * @param text one paragraph
 */
record NoticeTexts(LocalizedText title, LocalizedText text) {

    private static final Pattern KIND = Pattern.compile("([a-z]+)\\.([a-z][a-z-]*)");
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Whether there are texts of this kind. */
    static boolean exist(String kind) {
        Matcher parts = KIND.matcher(kind);
        try {
            return parts.matches() && bundle(parts.group(1), Locale.ENGLISH).containsKey(parts.group(2) + ".title");
        } catch (MissingResourceException unknown) {
            return false;
        }
    }

    private static ResourceBundle bundle(String module, Locale locale) {
        return ResourceBundle.getBundle("org.exchangehub.core." + module + ".notices", locale, EXACT);
    }

    /**
     * The texts of a kind.
     *
     * @throws IllegalArgumentException when a text is not there, or a name in it stands for nothing
     */
    static NoticeTexts of(String kind, Subject subject, Map<String, String> arguments) {
        Matcher parts = KIND.matcher(kind);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected <module>.<name>, found " + kind);
        }
        String name = parts.group(2);
        try {
            ResourceBundle zh = bundle(parts.group(1), Locale.CHINESE);
            ResourceBundle en = bundle(parts.group(1), Locale.ENGLISH);
            return new NoticeTexts(
                    filled(zh, en, name + ".title", subject, arguments),
                    filled(zh, en, name + ".text", subject, arguments));
        } catch (MissingResourceException missing) {
            throw new IllegalArgumentException("the notice " + kind + " has no text", missing);
        }
    }

    private static LocalizedText filled(
            ResourceBundle zh, ResourceBundle en, String key, Subject subject, Map<String, String> arguments) {
        return new LocalizedText(
                filled(zh.getString(key), subject.title().zh(), arguments),
                filled(en.getString(key), subject.title().en(), arguments));
    }

    private static String filled(String template, String title, Map<String, String> arguments) {
        return NAME.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(match, title, arguments, template)));
    }

    private static String value(MatchResult match, String title, Map<String, String> arguments, String template) {
        String value = match.group(1).equals("subject") ? title : arguments.get(match.group(1));
        if (value == null) {
            throw new IllegalArgumentException("nothing stands for " + match.group() + " in: " + template);
        }
        return value;
    }
}
