package org.exchangehub.benchmarks.scale;

import org.exchangehub.benchmarks.running.HubUnderTest;

/** Departments, registered datasets and grants in the numbers a city has, put into the database past their reviews. */
final class City {

    static final int DEPARTMENTS = 228;
    static final int DATASETS = 1_240;
    static final int GRANTS = 665;

    private final HubUnderTest engines;
    private final String template;

    /** @param template a published dataset with one grant, of which all others are copies */
    City(HubUnderTest engines, String template) {
        this.engines = engines;
        this.template = template;
    }

    /** Fills up to a share of the whole city, 0 to 1. */
    void grow(double share) {
        long datasets = Math.round(DATASETS * share);
        engines.sql("insert into hub.department (code, title_zh, title_en) select 'department-' || n, '部门' || n,"
                + " 'Department ' || n from generate_series(1, " + Math.round(DEPARTMENTS * share)
                + ") n on conflict do nothing");
        engines.sql("insert into hub.dataset (code, department, state, entry, search, version, created_at, updated_at,"
                + " submitted_by, published_at) select " + code("n") + ", 'department-' || 1 + n % " + DEPARTMENTS
                + ", state, entry, search, version, created_at, updated_at, submitted_by, published_at"
                + " from hub.dataset, generate_series(1, " + datasets + ") n where code = '" + template
                + "' on conflict do nothing");
        engines.sql(
                "insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)"
                        + " select " + code("n") + ", version, state, avsc, registry_id, bound_at, published_at from"
                        + " hub.contract_schema, generate_series(1, " + datasets + ") n where dataset = '" + template
                        + "' on conflict do nothing");
        grant(Math.round(GRANTS * share));
    }

    private static String code(String number) {
        return "'103001-' || lpad((" + number + ")::text, 6, '0')";
    }

    private void grant(long grants) {
        String numbers = "generate_series(1, " + grants + ") n where not exists (select 1 from hub.access_grant g where"
                + " g.dataset = " + code("n") + ")";
        engines.sql("create temporary table next on commit preserve rows as select n, gen_random_uuid() as application,"
                + " gen_random_uuid() as id from " + numbers + "; "
                + copied(
                        "application",
                        "id = next.application, dataset = " + code("next.n")
                                + ", access_grant = next.id, request_key = null, request_digest = null")
                + copied("access_grant", "id = next.id, application = next.application, dataset = " + code("next.n")));
    }

    /** Copies the template's only row of a table once for every row of {@code next}, with some columns changed. */
    private String copied(String table, String changes) {
        return "create temporary table copy_" + table + " as select t.*, next.n as copy_number from hub." + table
                + " t, next where t.dataset = '" + template + "'; update copy_" + table + " t set " + changes
                + " from next where next.n = t.copy_number; alter table copy_" + table
                + " drop column copy_number; insert into hub." + table + " select * from copy_" + table + "; ";
    }
}
