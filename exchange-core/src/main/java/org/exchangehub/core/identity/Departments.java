package org.exchangehub.core.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.exchangehub.schemas.value.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments last read from the identity provider, known also while it is down. */
@Component
public class Departments {

    private final JdbcClient jdbc;

    Departments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Department> find(String code) {
        return jdbc.sql("select code, uscc, title_zh, title_en from hub.department where code = ?")
                .param(code)
                .query(Departments::read)
                .optional();
    }

    /** All departments, by code. */
    public List<Department> all() {
        return jdbc.sql("select code, uscc, title_zh, title_en from hub.department order by code")
                .query(Departments::read)
                .list();
    }

    /** Takes what the identity provider holds now: adds, changes, and keeps what it no longer names. */
    @Transactional
    void refresh(List<Department> current) {
        for (Department department : current) {
            jdbc.sql("""
                    insert into hub.department (code, uscc, title_zh, title_en) values (?, ?, ?, ?)
                    on conflict (code) do update set uscc = excluded.uscc, title_zh = excluded.title_zh,
                        title_en = excluded.title_en, read_at = now()
                    """)
                    .param(department.code())
                    .param(department.uscc())
                    .param(department.title().zh())
                    .param(department.title().en())
                    .update();
        }
    }

    private static Department read(ResultSet row, int number) throws SQLException {
        return new Department(
                row.getString("code"),
                row.getString("uscc"),
                new LocalizedText(row.getString("title_zh"), row.getString("title_en")));
    }
}
