package org.exchangehub.schemas.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words by which sources say what happened to a row, as in {@code cd_operation}, and what they mean: I, U or D. */
final class Operations {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("i", "I"),
            Map.entry("insert", "I"),
            Map.entry("add", "I"),
            Map.entry("新增", "I"),
            Map.entry("插入", "I"),
            Map.entry("u", "U"),
            Map.entry("update", "U"),
            Map.entry("修改", "U"),
            Map.entry("更新", "U"),
            Map.entry("变更", "U"),
            Map.entry("d", "D"),
            Map.entry("delete", "D"),
            Map.entry("删除", "D"));

    private Operations() {}

    /** An unknown word stays, to be refused as found. */
    static @Nullable String letter(@Nullable String word) {
        return word == null ? null : WORDS.getOrDefault(CodeNames.folded(word), word);
    }
}
