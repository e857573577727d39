package org.exchangehub.core.discovery;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chinese as it is typed in pinyin without tones, ü as v: 人口信息 is found by {@code renkou}, {@code kouxinxi}, {@code rkxx}.
 * Readings go by words, not by characters: 银行 is {@code yinhang}.
 */
final class Spelling {

    /** Longer than anybody types. */
    private static final int LONGEST = 48;

    private Spelling() {}

    /**
     * What begins with what somebody may type: from each Chinese character on, the syllables of it and those after it, up to
     * 48 letters, and their first letters. Read from there on, for in 长沙市长期护理 the word is 长期, not 市长.
     */
    static Set<String> of(String text) {
        Set<String> spelled = new LinkedHashSet<>();
        for (int from = 0; from < text.length(); from++) {
            spell(HanLP.convertToPinyinList(text.substring(from, Math.min(text.length(), from + LONGEST))), spelled);
        }
        return spelled;
    }

    private static void spell(List<Pinyin> readings, Set<String> spelled) {
        StringBuilder syllables = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (Pinyin each : readings) {
            if (each == Pinyin.none5 || syllables.length() >= LONGEST) {
                break;
            }
            syllables.append(each.getPinyinWithoutTone());
            initials.append(each.getPinyinWithoutTone().charAt(0));
        }
        if (!syllables.isEmpty()) {
            spelled.add(syllables.toString());
            spelled.add(initials.toString());
        }
    }

    /** Whether a word may be pinyin: at least two Latin letters. */
    static boolean possible(String word) {
        return word.matches("[a-zü]{2,}");
    }

    /** A word as {@link #of} spells. */
    static String typed(String word) {
        return word.replace('ü', 'v');
    }
}
