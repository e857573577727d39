package org.exchangehub.engines;

import java.util.List;

/** Who is in the local realm: departments, a person in every role, applications. Credit codes are made up. */
final class RealmCast {

    static final List<String> ROLES = List.of(
            "steward",
            "sharing-head",
            "developer",
            "catalog-authority",
            "system-admin",
            "security-admin",
            "audit-admin");

    /** A department: group name, unified social credit code (GB 32100), names. */
    record Department(String code, String uscc, String zh, String en) {}

    /** A person, who acts for one department. */
    record Person(String username, String familyName, String givenName, String role, String department) {}

    /** An application of a department, known by its key. */
    record Application(String client, String department) {}

    private static final String MARKET = "market-supervision";
    private static final String APPROVAL = "administrative-approval";
    private static final String POLICE = "public-security";
    private static final String HOUSING = "housing";
    private static final String CIVIL = "civil-affairs";
    private static final String BUREAU = "data-bureau";

    static final List<Department> DEPARTMENTS = List.of(
            new Department(MARKET, "11110000000021135M", "市场监督管理局", "Market Supervision Bureau"),
            new Department(APPROVAL, "11430000006122244L", "行政审批局", "Administrative Approval Bureau"),
            new Department(POLICE, "11340200003021018X", "公安局", "Public Security Bureau"),
            new Department(HOUSING, "11340200003021026Q", "住房和城乡建设局", "Housing and Construction Bureau"),
            new Department(CIVIL, "11340200003021034K", "民政局", "Civil Affairs Bureau"),
            new Department(BUREAU, "11100000000013338W", "数据资源管理局", "Data Resources Bureau"));

    static final List<Person> PEOPLE = List.of(
            new Person("market-steward", "王", "敏", "steward", MARKET),
            new Person("market-head", "陈", "建国", "sharing-head", MARKET),
            new Person("market-developer", "周", "磊", "developer", MARKET),
            new Person("approval-steward", "刘", "洋", "steward", APPROVAL),
            new Person("approval-head", "赵", "秀英", "sharing-head", APPROVAL),
            new Person("approval-developer", "孙", "涛", "developer", APPROVAL),
            new Person("police-steward", "徐", "凯", "steward", POLICE),
            new Person("police-head", "马", "国强", "sharing-head", POLICE),
            new Person("police-developer", "胡", "斌", "developer", POLICE),
            new Person("housing-steward", "朱", "琳", "steward", HOUSING),
            new Person("housing-head", "林", "志远", "sharing-head", HOUSING),
            new Person("housing-developer", "何", "宇", "developer", HOUSING),
            new Person("civil-steward", "高", "兰", "steward", CIVIL),
            new Person("civil-head", "罗", "文", "sharing-head", CIVIL),
            new Person("civil-developer", "梁", "晨", "developer", CIVIL),
            new Person("authority", "李", "静", "catalog-authority", BUREAU),
            new Person("system-admin", "吴", "强", "system-admin", BUREAU),
            new Person("security-admin", "郑", "芳", "security-admin", BUREAU),
            new Person("audit-admin", "欧阳", "娜", "audit-admin", BUREAU));

    static final List<Application> APPLICATIONS = List.of(
            new Application("app-licensing", APPROVAL),
            new Application("app-market", MARKET),
            new Application("app-housing", HOUSING));

    private RealmCast() {}
}
