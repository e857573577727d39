package org.exchangehub.schemas.samples;

/** People's names and telephones. */
final class People {

    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
        "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
        "欧阳", "上官", "司马", "诸葛", "夏侯", "令狐"
    };
    private static final String[] GIVEN = {
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英", "霞", "平", "刚", "桂英",
        "志强", "建国", "晓东", "文博", "子涵", "雨欣", "海燕", "国庆", "春梅", "玉兰", "永康", "思远", "一鸣", "丹"
    };
    private static final String[] MOBILE = {
        "130", "133", "135", "138", "139", "151", "152", "158", "177", "180", "186", "189"
    };

    private People() {}

    static String name(Dice dice) {
        return dice.pick(SURNAMES) + dice.pick(GIVEN);
    }

    static String surname(Dice dice) {
        return dice.pick(SURNAMES);
    }

    static String given(Dice dice) {
        return dice.pick(GIVEN);
    }

    static String mobile(Dice dice) {
        return dice.pick(MOBILE) + digits(dice, 8);
    }

    static String landline(Dice dice) {
        return "0553-" + dice.between(2, 8) + digits(dice, 6);
    }

    static String phone(Dice dice) {
        return dice.chance(0.6) ? mobile(dice) : landline(dice);
    }

    static String digits(Dice dice, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + dice.below(10)));
        }
        return digits.toString();
    }
}
