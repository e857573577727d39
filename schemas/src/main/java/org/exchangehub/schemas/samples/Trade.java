package org.exchangehub.schemas.samples;

import java.util.List;

/**
 * What an enterprise does.
 *
 * @param industry code of GB/T 4754-2017
 */
record Trade(String industry, String word, String scope) {

    private static final List<Trade> ALL = List.of(
            new Trade("6513", "软件科技", "软件开发；信息系统集成服务；信息技术咨询服务"),
            new Trade("5211", "百货", "日用百货销售；家用电器销售；办公用品销售"),
            new Trade("6210", "餐饮管理", "餐饮服务；餐饮管理；食品销售（仅销售预包装食品）"),
            new Trade("5431", "物流", "道路货物运输（不含危险货物）；国内货物运输代理；装卸搬运"),
            new Trade("3311", "金属制品", "金属结构制造；金属材料销售；金属制日用品制造"),
            new Trade("7243", "企业管理咨询", "企业管理咨询；社会经济咨询服务；会议及展览服务"),
            new Trade("4710", "建筑工程", "各类工程建设活动；建筑劳务分包；土石方工程施工"),
            new Trade("0111", "生态农业", "谷物种植；农产品的生产、销售、加工、运输、贮藏"));
    private static final String[] FIRST = {"江", "安", "华", "恒", "瑞", "鑫", "宏", "天", "博", "智", "荣", "百", "徽", "鸠", "赭"};
    private static final String[] SECOND = {"源", "泰", "达", "盛", "丰", "信", "隆", "通", "润", "创", "远", "和", "顺", "兴", "腾"};

    static Trade any(Dice dice) {
        return dice.pick(ALL);
    }

    static String brand(Dice dice) {
        return dice.pick(FIRST) + dice.pick(SECOND) + dice.pick(FIRST) + dice.pick(SECOND);
    }
}
