package org.exchangehub.schemas.forms;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.schemas.identifiers.Characters;
import org.jspecify.annotations.Nullable;

/**
 * A Chinese address parted into its chain by the words that end each step. Steps may be missing, none is invented: what no step
 * claims is the rest. Reads from the left without going back, so its cost grows with the length only.
 */
public final class AddressChain {

    private static final int LONGEST = 500;

    /**
     * One step.
     *
     * @param ends words it ends in
     * @param notBefore words that, standing right behind, show that the end was none (镇 in 新镇路)
     * @param longest characters it has at most
     * @param numbered whether it must begin with a number, a letter or a numeral
     */
    private record Step(
            AddressElement element, List<String> ends, List<String> notBefore, int longest, boolean numbered) {}

    private static final List<String> ROADS = List.of("大道", "大街", "公路", "胡同", "路", "街", "巷", "弄", "道", "里", "坊");
    private static final List<Step> STEPS = List.of(
            new Step(AddressElement.PROVINCE, List.of("特别行政区", "自治区", "省"), List.of(), 12, false),
            new Step(AddressElement.CITY, List.of("自治州", "地区", "盟", "市"), List.of("场", "区", "政", "民"), 12, false),
            new Step(
                    AddressElement.COUNTY,
                    List.of("自治县", "自治旗", "区", "县", "旗", "市"),
                    List.of("场", "政", "民"),
                    15,
                    false),
            new Step(
                    AddressElement.STREET,
                    List.of("街道办事处", "街道", "苏木", "镇", "乡"),
                    List.of("路", "街", "巷", "政", "村"),
                    12,
                    false),
            new Step(
                    AddressElement.COMMUNITY,
                    List.of("社区居委会", "居民委员会", "村民委员会", "村委会", "居委会", "社区", "行政村", "村"),
                    List.of("路", "街", "巷", "道"),
                    14,
                    false),
            new Step(AddressElement.ROAD, ROADS, List.of("口", "道"), 12, false),
            new Step(AddressElement.NUMBER, List.of("号院", "号"), List.of("楼", "幢", "栋", "门", "线"), 12, true),
            new Step(
                    AddressElement.ESTATE,
                    List.of(
                            "小区", "花园", "新村", "家园", "公寓", "山庄", "广场", "大厦", "大楼", "名苑", "产业园", "工业园", "园区", "苑", "城",
                            "院", "园", "府", "湾"),
                    List.of("区"),
                    16,
                    false),
            new Step(AddressElement.BUILDING, List.of("号楼", "幢", "栋", "座"), List.of(), 8, true),
            new Step(AddressElement.UNIT, List.of("单元", "号门", "门"), List.of(), 6, true),
            new Step(AddressElement.FLOOR, List.of("层", "楼"), List.of(), 5, true),
            new Step(AddressElement.ROOM, List.of("室", "房", "号", "户"), List.of("楼"), 8, true));

    private final Map<AddressElement, String> parts;

    private AddressChain(Map<AddressElement, String> parts) {
        this.parts = parts;
    }

    public static AddressChain of(String address) {
        String text = address.length() > LONGEST ? address.substring(0, LONGEST) : address;
        String rest = Characters.halfWidth(text).replace(" ", "");
        Map<AddressElement, String> parts = new EnumMap<>(AddressElement.class);
        rest = AddressHead.take(rest, parts);
        for (Step step : STEPS) {
            boolean head = step.element().compareTo(AddressElement.COUNTY) <= 0;
            if (head && AddressHead.settled(parts, step.element())) {
                continue;
            }
            int end = end(rest, step);
            if (end > 0) {
                parts.put(step.element(), rest.substring(0, end));
                rest = rest.substring(end);
            }
        }
        rest = lastRoom(rest, parts);
        if (!rest.isEmpty()) {
            parts.put(AddressElement.REST, rest);
        }
        return new AddressChain(parts);
    }

    public Optional<String> part(AddressElement element) {
        return Optional.ofNullable(parts.get(element));
    }

    /** From the province down. */
    public Map<AddressElement, String> parts() {
        return Map.copyOf(parts);
    }

    /** Where the step ends, or 0 when the text does not begin with it. */
    private static int end(String text, Step step) {
        if (step.numbered() && (text.isEmpty() || !numeral(text.charAt(0)))) {
            return 0;
        }
        int limit = Math.min(text.length(), step.longest());
        for (int i = 1; i < limit; i++) {
            if (step.numbered() && !numberPart(text.charAt(i)) && ending(text, i, step) == null) {
                return 0;
            }
            if (!step.numbered() && Characters.isDigit(text.charAt(i - 1)) && step.element() != AddressElement.ESTATE) {
                return 0;
            }
            String ending = ending(text, i, step);
            if (ending != null) {
                return i + ending.length();
            }
        }
        return 0;
    }

    private static @Nullable String ending(String text, int at, Step step) {
        for (String end : step.ends()) {
            if (text.startsWith(end, at)) {
                int behind = at + end.length();
                boolean none = step.notBefore().stream().anyMatch(word -> text.startsWith(word, behind));
                return none ? null : end;
            }
        }
        return null;
    }

    /** A bare number at the very end behind a building or unit is the room (3幢502). */
    private static String lastRoom(String rest, Map<AddressElement, String> parts) {
        boolean inside = parts.containsKey(AddressElement.BUILDING) || parts.containsKey(AddressElement.UNIT);
        boolean bare = !rest.isEmpty() && rest.length() <= 5 && Characters.areDigits(rest, 0, rest.length());
        if (inside && bare && !parts.containsKey(AddressElement.ROOM)) {
            parts.put(AddressElement.ROOM, rest);
            return "";
        }
        return rest;
    }

    private static boolean numeral(char c) {
        return Characters.isDigit(c)
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || "一二三四五六七八九十百甲乙丙丁东西南北第".indexOf(c) >= 0;
    }

    private static boolean numberPart(char c) {
        return numeral(c) || "-~之、附/#".indexOf(c) >= 0;
    }
}
