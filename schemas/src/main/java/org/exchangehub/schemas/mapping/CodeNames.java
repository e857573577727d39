package org.exchangehub.schemas.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A code list by everything its codes are called: the code, also without its leading zeros; the Chinese and the English name; the
 * Chinese name without the word all names of its kind end in (汉 for 汉族, 男 for 男性). A name that would stand for two codes
 * stands for none.
 */
public final class CodeNames {

    private static final List<String> COMMON_ENDS = List.of("的性别", "族", "性", "状态", "证", "教育", "类");
    private static final Map<String, CodeNames> KNOWN = new ConcurrentHashMap<>();

    private final CodeList list;
    private final Map<String, String> byName = new HashMap<>();

    private CodeNames(CodeList list) {
        this.list = list;
        Set<String> twice = new HashSet<>();
        list.codes().forEach(code -> name(folded(code), code, byName, twice));
        Map<String, String> names = new HashMap<>();
        list.codes()
                .forEach(code -> list.meaning(code).ifPresent(meaning -> {
                    name(folded(meaning.zh()), code, names, twice);
                    name(folded(meaning.en()), code, names, twice);
                }));
        Map<String, String> shorter = new HashMap<>();
        list.codes().forEach(code -> shorter(code, shorter, twice));
        // What a code is called in full goes before what it may be called in short.
        names.forEach(byName::putIfAbsent);
        shorter.forEach(byName::putIfAbsent);
    }

    public static CodeNames of(CodeList list) {
        return KNOWN.computeIfAbsent(list.name(), name -> new CodeNames(list));
    }

    private void shorter(String code, Map<String, String> names, Set<String> twice) {
        String bare = code.replaceFirst("^0+(?=.)", "");
        if (!bare.equals(code)) {
            name(bare, code, names, twice);
        }
        String zh = list.meaning(code).map(meaning -> folded(meaning.zh())).orElse("");
        for (String end : COMMON_ENDS) {
            if (zh.length() > end.length() && zh.endsWith(end)) {
                name(zh.substring(0, zh.length() - end.length()), code, names, twice);
            }
        }
    }

    private static void name(String name, String code, Map<String, String> names, Set<String> twice) {
        if (name.isEmpty() || twice.contains(name)) {
            return;
        }
        String other = names.putIfAbsent(name, code);
        if (other != null && !other.equals(code)) {
            names.remove(name);
            twice.add(name);
        }
    }

    /** The code called so. */
    public Optional<String> code(String text) {
        return Optional.ofNullable(found(text));
    }

    /** The names of the code written or called so. */
    public Optional<LocalizedText> meaning(String text) {
        String code = found(text);
        return code == null ? Optional.empty() : list.meaning(code);
    }

    private @Nullable String found(String text) {
        return list.contains(text) ? text : byName.get(folded(text));
    }

    /** A word as it is compared: half width, lower case, without blanks and punctuation. */
    static String folded(String text) {
        String narrow = Characters.halfWidth(text);
        StringBuilder bare = new StringBuilder(narrow.length());
        narrow.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
