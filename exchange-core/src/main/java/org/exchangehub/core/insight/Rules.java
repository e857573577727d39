package org.exchangehub.core.insight;

import java.util.List;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules, as auditors set them. */
@Component
class Rules {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Rules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Rule> all() {
        return jdbc.sql("select id, kind, enabled, terms, version from hub.anomaly_rule order by id")
                .query((row, n) -> new Rule(
                        row.getString(1),
                        Rule.Kind.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        json.readValue(row.getString(4), Terms.class),
                        row.getLong(5)))
                .list();
    }

    Rule get(String id) {
        return all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no rule " + id + "."));
    }

    /** Stores a rule's terms; false when it has changed since this version. */
    boolean put(Rule rule, String by) {
        return jdbc.sql("""
                        update hub.anomaly_rule set enabled = :enabled, terms = cast(:terms as jsonb),
                            version = version + 1, changed_by = :by, changed_at = now()
                        where id = :id and version = :version
                        """)
                        .param("enabled", rule.enabled())
                        .param("terms", text(rule.terms()))
                        .param("by", by)
                        .param("id", rule.id())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    /** The terms as JSON. */
    String text(Terms terms) {
        return json.writeValueAsString(terms);
    }
}
