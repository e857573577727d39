package org.exchangehub.schemas.forms;

import java.util.List;

/** Words by which names of organisations, addresses and persons are told apart. */
final class Wordings {

    private static final List<String> ORGANISATION_ENDS = List.of(
            "公司", "局", "店", "厂", "中心", "委员会", "学校", "医院", "协会", "合作社", "事务所", "研究所", "研究院", "政府", "商行", "经营部", "银行",
            "支行", "分行", "幼儿园", "小学", "中学", "大学", "学院", "集团", "基金会", "商会", "工作室", "超市", "餐厅", "饭店", "酒店", "馆", "站", "队",
            "处", "所", "社", "院", "部", "办公室", "行", "铺", "工会", "联合会", "促进会", "学会", "农场", "法院", "检察院");
    private static final List<String> ADDRESS_WORDS =
            List.of("路", "街", "巷", "弄", "大道", "胡同", "号", "幢", "栋", "单元", "室", "社区", "村", "镇", "乡", "小区", "楼", "组", "层");
    /** The hundred most frequent family names and the common ones of two characters. */
    private static final String FAMILY_NAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private static final List<String> DOUBLE_FAMILY_NAMES =
            List.of("欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "东方");

    private Wordings() {}

    static boolean organisation(String text) {
        String bare = text.endsWith("）") || text.endsWith(")") ? text.substring(0, bracket(text)) : text;
        return bare.length() >= 4 && chinese(bare) && ORGANISATION_ENDS.stream().anyMatch(bare::endsWith);
    }

    private static int bracket(String text) {
        int open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
        return open < 0 ? text.length() : open;
    }

    static boolean address(String text) {
        if (text.length() < 5 || organisation(text) || !chinese(text)) {
            return false;
        }
        AddressChain chain = AddressChain.of(text);
        boolean head = chain.part(AddressElement.COUNTY).isPresent()
                || chain.part(AddressElement.CITY).isPresent();
        return head || ADDRESS_WORDS.stream().filter(text::contains).count() >= 2;
    }

    static boolean person(String text) {
        if (text.indexOf('·') > 0 && text.length() <= 30) {
            return text.chars().allMatch(c -> c == '·' || han(c));
        }
        boolean length =
                text.length() >= 2 && text.length() <= 4 && text.chars().allMatch(Wordings::han);
        return length
                && (DOUBLE_FAMILY_NAMES.stream().anyMatch(text::startsWith)
                        || (text.length() <= 3 && FAMILY_NAMES.indexOf(text.charAt(0)) >= 0));
    }

    private static boolean chinese(String text) {
        return text.chars().anyMatch(Wordings::han);
    }

    private static boolean han(int c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }
}
