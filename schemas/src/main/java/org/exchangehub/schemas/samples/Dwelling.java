package org.exchangehub.schemas.samples;

import java.util.List;

/**
 * A flat and where it lies. Divisions and streets are those of 芜湖市 with the statistical codes of 2023; communities, estates and
 * numbers are made up.
 *
 * @param number within its seed, counted from 1; the same number is the same flat in every table of that seed
 */
record Dwelling(
        long number,
        String serial,
        Street street,
        Community community,
        String road,
        int door,
        String estate,
        int building,
        int unit,
        int room) {

    /** A subdistrict or town: statistical code of 9 digits. */
    record Street(String county, String code, String name) {

        String division() {
            return code.substring(0, 6);
        }

        boolean town() {
            return name.endsWith("镇");
        }
    }

    /** A community or village: statistical code of 12 digits. */
    record Community(String code, String name) {}

    private static final List<Street> STREETS = List.of(
            new Street("镜湖区", "340202016", "赭山街道"),
            new Street("镜湖区", "340202017", "弋矶山街道"),
            new Street("镜湖区", "340202018", "汀棠街道"),
            new Street("镜湖区", "340202020", "大砻坊街道"),
            new Street("鸠江区", "340207001", "四褐山街道"),
            new Street("鸠江区", "340207003", "官陡街道"),
            new Street("鸠江区", "340207101", "沈巷镇"),
            new Street("弋江区", "340209001", "中南街道"),
            new Street("弋江区", "340209002", "马塘街道"),
            new Street("弋江区", "340209005", "白马街道"),
            new Street("湾沚区", "340210100", "湾沚镇"),
            new Street("湾沚区", "340210102", "六郎镇"),
            new Street("繁昌区", "340212100", "繁阳镇"),
            new Street("繁昌区", "340212101", "荻港镇"),
            new Street("南陵县", "340223100", "籍山镇"),
            new Street("南陵县", "340223102", "弋江镇"),
            new Street("无为市", "340281100", "无城镇"),
            new Street("无为市", "340281109", "牛埠镇"));
    private static final String[] COMMUNITIES = {"新华", "和平", "凤凰", "滨江", "柳春", "花园", "双桥", "长江"};
    private static final String[] ROADS = {"长江中路", "中山南路", "北京西路", "九华山路", "文化路", "银湖北路", "利民东路", "迎宾大道"};
    private static final String[] ESTATES = {"滨江花园", "翠湖家园", "阳光新村", "书香雅苑", "锦绣华庭", "学府名邸", "和畅园", "江南春城"};
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八"};
    private static final String CITY = "安徽省芜湖市";
    private static final long SALT = 0x0D3E_1111L;

    static Dwelling of(long seed, long number) {
        Dice dice = new Dice(seed ^ SALT, number);
        Street street = dice.pick(STREETS);
        int community = dice.below(COMMUNITIES.length);
        String code = street.code() + (street.town() ? "20" : "00") + (community + 1);
        return new Dwelling(
                number,
                Identities.serial(seed, number),
                street,
                new Community(code, COMMUNITIES[community] + (street.town() ? "村" : "社区")),
                dice.pick(ROADS),
                dice.between(1, 399),
                dice.pick(ESTATES),
                dice.between(1, 60),
                dice.between(1, 4),
                dice.between(1, 24) * 100 + dice.between(1, 4));
    }

    String division() {
        return street.division();
    }

    /** Code within the standard address base. */
    String addressCode() {
        return division() + "DZ" + serial;
    }

    /** Identifier within the base of houses. */
    String houseId() {
        return division() + "FW" + serial;
    }

    /** 28 characters of GB/T 37346: one parcel for 10 000 flats, one building for 200. */
    String realEstateUnit() {
        long flat = number % 200 + 1;
        long building = number / 200 % 50 + 1;
        return parcel() + "F" + digits(building, 4) + digits(flat, 4);
    }

    /** The first 19 characters of the real estate unit. */
    String parcel() {
        String zone = street.code().substring(6);
        return division() + zone + "001GB" + digits(number / 10_000 % 99_999 + 1, 5);
    }

    String grid() {
        return "第" + NUMERALS[building % NUMERALS.length] + "网格";
    }

    String buildingName() {
        return building + "幢";
    }

    String unitName() {
        return unit + "单元";
    }

    String roomName() {
        return room + "室";
    }

    /** The number of the floor, 1 to 24. */
    int floor() {
        return room / 100;
    }

    /** As people write it: without the community. */
    String address() {
        return CITY + street.county() + street.name() + tail();
    }

    /** As the standard address base has it: with the community. */
    String fullAddress() {
        return CITY + street.county() + street.name() + community.name() + tail();
    }

    private String tail() {
        return road + door + "号" + estate + buildingName() + unitName() + roomName();
    }

    private static String digits(long number, int length) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }
}
