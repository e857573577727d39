package org.exchangehub.benchmarks.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SplittableRandom;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A catalog as a province's, put into the database past the reviews: titles of place, subject and kind, no two the same. */
final class SyntheticCatalog {

    static final String[] PLACES = {
        "镜湖", "弋江", "鸠江", "湾沚", "繁昌", "无为", "南陵", "青阳", "石台", "东至", "贵池", "宣州", "郎溪", "泾县", "绩溪",
        "旌德", "宁国", "广德", "当涂", "含山", "和县", "花山", "雨山", "博望", "铜官", "义安", "枞阳", "桐城", "怀宁", "潜山",
        "太湖", "望江", "岳西", "宿松", "迎江", "大观", "宜秀", "瑶海", "庐阳", "蜀山", "包河", "长丰", "肥东", "肥西", "庐江",
        "巢湖", "裕安", "金安", "叶集", "霍邱", "舒城", "金寨", "霍山", "寿县", "田家庵", "谢家集", "八公山", "潘集", "凤台", "毛集",
        "蚌山", "龙子湖", "禹会", "淮上", "怀远", "五河", "固镇", "颍州", "颍东", "颍泉", "临泉", "太和", "阜南", "颍上", "界首",
        "埇桥", "砀山", "萧县", "灵璧", "泗县", "相山", "杜集", "烈山", "濉溪", "谯城", "涡阳", "蒙城", "利辛", "琅琊", "南谯",
        "来安", "全椒", "定远", "凤阳", "天长", "明光", "屯溪", "黄山", "徽州", "歙县", "休宁", "黟县", "祁门", "经开", "高新"
    };
    static final String[] SUBJECTS = {
        "人口", "法人", "不动产", "房屋", "机动车", "学校", "医疗机构", "社会保险", "医疗保险", "公积金", "低保对象", "残疾人", "婚姻", "出生医学", "死亡", "户籍",
        "食品经营", "药品零售", "特种设备", "企业", "个体工商户", "社会组织", "证券公司", "建设工程", "建筑师", "教师", "医师", "护士", "驾驶员", "船员", "林权", "水资源"
    };
    static final String[] KINDS = {
        "基础信息", "登记信息", "许可证信息", "行政处罚信息", "年报信息", "资格证书", "信用评价", "统计台账", "地址编码", "联系方式", "变更记录", "注销信息", "检查结果",
        "缴费记录", "审批结果", "备案信息", "监测数据", "代码目录", "合同备案", "补贴发放", "抵押登记", "查封信息", "名录", "证照", "档案", "投诉举报", "年检结果",
        "执法人员", "抽检结果", "执行标准"
    };
    static final String[] FIELDS = {
        "姓名",
        "证件类型",
        "证件号码",
        "统一社会信用代码",
        "名称",
        "住所",
        "法定代表人",
        "成立日期",
        "经营范围",
        "登记机关",
        "行政区划代码",
        "有效期起",
        "有效期止",
        "发证机关",
        "许可证号",
        "状态",
        "金额",
        "处罚决定书文号",
        "检查日期",
        "检查结果",
        "联系电话",
        "经办人",
        "房屋坐落",
        "建筑面积",
        "权利人",
        "共有情况",
        "车牌号码",
        "车辆识别代号",
        "学历",
        "专业",
        "职称",
        "执业范围",
        "监测点位",
        "监测值"
    };
    static final int DEPARTMENTS = 228;
    static final int MOST = PLACES.length * SUBJECTS.length * KINDS.length;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] SHARES = {"UNCONDITIONAL", "CONDITIONAL", "CONDITIONAL", "REFUSED"};
    private static final String[] CYCLES = {"REALTIME", "DAILY", "MONTHLY", "YEARLY"};
    private static final String[] FORMATS = {"DATABASE", "SPREADSHEET", "FILE", "SERVICE"};
    private static final int ITEMS = 12;

    private final HubUnderTest engines;

    SyntheticCatalog(HubUnderTest engines) {
        this.engines = engines;
    }

    static String title(int number) {
        return PLACES[number % PLACES.length]
                + SUBJECTS[number / PLACES.length % SUBJECTS.length]
                + KINDS[number / PLACES.length / SUBJECTS.length % KINDS.length];
    }

    static String code(int number) {
        return "%d%02d001-%06d".formatted(1 + number % 3, 1 + number % 40, number);
    }

    private static String department(int number) {
        return "department-" + number % DEPARTMENTS;
    }

    /** One in ten is a draft. */
    private static boolean draft(int number) {
        return number % 10 == 9;
    }

    private static String entry(int number) {
        SplittableRandom random = new SplittableRandom(number);
        String title = title(number);
        ObjectNode entry = JSON.createObjectNode();
        entry.putObject("title").put("zh", title).put("en", english(number));
        entry.putObject("summary")
                .put("zh", title + "，由第" + number % DEPARTMENTS + "单位采集，供审批、核验和统计分析使用")
                .put("en", english(number) + " for approval, verification and statistics");
        entry.put("classification", code(number).substring(0, 6))
                .put("format", FORMATS[random.nextInt(FORMATS.length)])
                .put("updateCycle", CYCLES[random.nextInt(CYCLES.length)])
                .put("shareAttribute", SHARES[random.nextInt(SHARES.length)])
                .put("level", 1 + random.nextInt(4))
                .put("open", random.nextInt(5) == 0)
                .put("nonSecret", true);
        entry.putArray("shareModes").add("SERVICE");
        entry.putArray("keywords")
                .add(SUBJECTS[random.nextInt(SUBJECTS.length)])
                .add(KINDS[random.nextInt(KINDS.length)]);
        ArrayNode items = entry.putArray("items");
        int first = random.nextInt(FIELDS.length);
        for (int item = 0; item < ITEMS; item++) {
            items.addObject()
                    .put("name", FIELDS[(first + item) % FIELDS.length])
                    .put("type", "C")
                    .put("length", 50);
        }
        return entry.toString();
    }

    private static String english(int number) {
        return "Register no. " + number + " of " + (number % 2 == 0 ? "licences" : "agencies");
    }

    /** Puts the first so many datasets there. */
    void put(int count) {
        engines.sql("insert into hub.department (code, title_zh, title_en) select 'department-' || n,"
                + " '第' || n || '单位', 'Unit ' || n from generate_series(0, " + (DEPARTMENTS - 1) + ") n");
        try (Connection connection = engines.connection()) {
            CopyIn rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                    copy hub.dataset (code, department, state, entry, search, version, created_at, updated_at, submitted_by,
                        published_at) from stdin""");
            for (int number = 0; number < count; number++) {
                byte[] row = row(number).getBytes(StandardCharsets.UTF_8);
                rows.writeToCopy(row, 0, row.length);
            }
            rows.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(int number) {
        String at = "2026-%02d-%02d 08:00:00+08".formatted(1 + number % 11, 1 + number % 28);
        String search =
                code(number) + " " + title(number) + " " + english(number).toLowerCase(Locale.ROOT);
        return String.join(
                        "\t",
                        code(number),
                        department(number),
                        draft(number) ? "DRAFT" : "PUBLISHED",
                        entry(number).replace("\\", "\\\\"),
                        search,
                        "1",
                        at,
                        at,
                        draft(number) ? "\\N" : "bench",
                        draft(number) ? "\\N" : at)
                + "\n";
    }

    /** A schema of so many fields. */
    static String schema(int fields) {
        try {
            ObjectNode schema = (ObjectNode) JSON.readTree("""
                    {"type": "record", "name": "Wide", "namespace": "bench", "hub.dataset": "wide",
                     "hub.title": {"zh": "宽表", "en": "wide"}, "hub.key": ["f1"], "fields": []}""");
            ArrayNode all = (ArrayNode) schema.get("fields");
            for (int field = 1; field <= fields; field++) {
                ObjectNode each = all.addObject().put("name", "f" + field).put("type", "string");
                each.put("hub.id", field).put("hub.level", "2").put("hub.filter", "equality");
                each.putObject("hub.title")
                        .put("zh", FIELDS[field % FIELDS.length] + field)
                        .put("en", "field " + field);
            }
            return schema.toString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
