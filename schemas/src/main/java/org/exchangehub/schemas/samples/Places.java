package org.exchangehub.schemas.samples;

import java.util.List;

/** The counties of one city, 芜湖市, with streets and roads, so that addresses and divisions agree. */
final class Places {

    private static final List<Place> ALL = List.of(
            new Place("340202", "镜湖区", List.of("赭山街道", "弋矶山街道", "汀棠街道", "方村街道")),
            new Place("340207", "鸠江区", List.of("四褐山街道", "官陡街道", "湾里街道", "沈巷镇")),
            new Place("340209", "弋江区", List.of("弋江桥街道", "中南街道", "马塘街道", "火龙街道")),
            new Place("340210", "湾沚区", List.of("湾沚镇", "六郎镇", "陶辛镇")),
            new Place("340212", "繁昌区", List.of("繁阳镇", "荻港镇", "孙村镇")),
            new Place("340223", "南陵县", List.of("籍山镇", "许镇镇", "弋江镇")),
            new Place("340281", "无为市", List.of("无城镇", "襄安镇", "陡沟镇")));
    private static final String[] ROADS = {"长江中路", "中山南路", "北京西路", "九华山路", "文化路", "银湖北路", "利民东路", "迎宾大道"};

    record Place(String division, String name, List<String> streets) {}

    private Places() {}

    static Place any(Dice dice) {
        return dice.pick(ALL);
    }

    /** A full address down to the number. */
    static String address(Place place, Dice dice) {
        return "安徽省芜湖市" + place.name() + dice.pick(place.streets()) + dice.pick(ROADS) + dice.between(1, 399) + "号"
                + dice.between(1, 30) + "幢" + dice.between(101, 2405) + "室";
    }
}
