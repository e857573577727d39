package org.exchangehub.core.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the catalog guide for what the API has codes for. */
final class EntryWords {

    private static final Map<String, String> CYCLES = Map.of(
            "REALTIME", "实时", "DAILY", "每日", "WEEKLY", "每周", "MONTHLY", "每月", "QUARTERLY", "每季度", "YEARLY", "每年");
    private static final Map<String, String> FORMATS =
            Map.of("DATABASE", "数据库", "SPREADSHEET", "电子表格", "FILE", "电子文件", "SERVICE", "服务接口");
    private static final Map<String, String> ATTRIBUTES =
            Map.of("UNCONDITIONAL", "无条件共享", "CONDITIONAL", "有条件共享", "REFUSED", "不予共享");
    private static final Map<String, String> MODES = Map.of("SERVICE", "服务接口", "BATCH", "批量交换", "FILE", "文件下载");
    private static final Map<String, String> FLAGS = Map.of("true", "是", "false", "否");
    private static final Map<String, String> TYPES =
            Arrays.stream(DataItem.Type.values()).collect(Collectors.toMap(Enum::name, Enum::name));

    private EntryWords() {}

    static Map<String, String> of(EntryColumn column) {
        return switch (column) {
            case UPDATE_CYCLE -> CYCLES;
            case FORMAT -> FORMATS;
            case SHARE_ATTRIBUTE, ITEM_SHARE_ATTRIBUTE -> ATTRIBUTES;
            case SHARE_MODES -> MODES;
            case OPEN, NON_SECRET -> FLAGS;
            case ITEM_TYPE -> TYPES;
            default -> throw new IllegalArgumentException(column + " has no words");
        };
    }

    /** The word of a code. */
    static String word(EntryColumn column, String code) {
        return of(column).getOrDefault(code, code);
    }

    /** The code of a word; the code itself is taken too. */
    static Optional<String> code(EntryColumn column, String word) {
        Map<String, String> words = of(column);
        return words.containsKey(word)
                ? Optional.of(word)
                : words.entrySet().stream()
                        .filter(each -> each.getValue().equals(word))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}
