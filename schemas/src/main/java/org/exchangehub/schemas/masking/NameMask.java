package org.exchangehub.schemas.masking;

import java.util.Set;

/**
 * Names of people: the surname's characters and stars (李**, 欧阳*), of a name in parts (买买提·艾力, John Smith) the first
 * character of the first part.
 */
final class NameMask {

    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政",
            "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马",
            "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌",
            "微生", "公户", "公玉", "公仪", "梁丘", "公仲", "公上", "公门", "公山", "公坚", "左丘", "公伯", "西门", "公祖", "第五", "公乘", "贯丘", "公皙",
            "南荣", "东里", "东宫", "仲长", "子书", "子桑", "即墨", "达奚", "褚师", "纳兰");

    /** Middle dots as they are written between the parts of a name, and spaces. */
    private static final String SEPARATORS = "·•・‧∙⋅．. \u3000";

    private NameMask() {}

    static String apply(String value) {
        String name = value.strip();
        int length = name.codePointCount(0, name.length());
        if (length < 2) {
            return "*";
        }
        int first = name.offsetByCodePoints(0, 1);
        if (inParts(name)) {
            return name.substring(0, first) + "***";
        }
        int second = name.offsetByCodePoints(0, 2);
        int kept = length >= 3 && COMPOUND_SURNAMES.contains(name.substring(0, second)) ? 2 : 1;
        int hidden = Math.min(length - kept, 3);
        return name.substring(0, kept == 2 ? second : first) + "*".repeat(hidden);
    }

    /** With a middle dot or a space, or not beginning with a Chinese character. */
    private static boolean inParts(String name) {
        return name.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0) || !Character.isIdeographic(name.codePointAt(0));
    }
}
