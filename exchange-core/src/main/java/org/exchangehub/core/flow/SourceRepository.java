package org.exchangehub.core.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SourceRepository {

    /** How long one instance has a source's provisioning to itself. */
    private static final String CLAIM = "3 minutes";

    /** How long an interrupted step rests before it is tried again. */
    private static final String PAUSE = "10 seconds";

    private static final String COLUMNS = """
            code, dataset, department, title_zh, title_en, kind, mode, settings::text as settings,
                   mapping::text as mapping, state, process_group, queued, last_error, last_error_zh, created_at, version
            """;
    private static final String SELECT = "select " + COLUMNS + " from hub.source";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SourceRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Source> find(String code) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", code)
                .query(this::source)
                .optional();
    }

    List<Source> ofDataset(String dataset) {
        return jdbc.sql(SELECT + " where dataset = :dataset order by code")
                .param("dataset", dataset)
                .query(this::source)
                .list();
    }

    List<Source> all() {
        return jdbc.sql(SELECT + " order by code").query(this::source).list();
    }

    /** Takes the sources whose making or deleting nobody is busy with. */
    List<Source> claimUnfinished() {
        return jdbc.sql("""
                        update hub.source set claimed_until = now() + :claim::interval
                         where state in ('PROVISIONING', 'DELETING') and claimed_until < now()
                        returning
                        """ + COLUMNS).param("claim", CLAIM).query(this::source).list();
    }

    /** Notes what was seen of a flow; its version stays, for nothing of the source itself has changed. */
    void watched(String code, long queued, @Nullable LocalizedText lastError) {
        jdbc.sql("""
                        update hub.source set queued = :queued, last_error = :lastError, last_error_zh = :lastErrorZh
                         where code = :code and state in ('RUNNING', 'STOPPED')
                           and (queued <> :queued or last_error is distinct from :lastError::text)
                        """)
                .param("queued", queued)
                .param("lastError", lastError == null ? null : lastError.en())
                .param("lastErrorZh", lastError == null ? null : lastError.zh())
                .param("code", code)
                .update();
    }

    /** Adds a source; false when its code is taken. */
    boolean add(Source source) {
        return jdbc.sql("""
                        insert into hub.source (code, dataset, department, title_zh, title_en, kind, mode, settings, mapping, state, created_at, claimed_until)
                        values (:code, :dataset, :department, :titleZh, :titleEn, :kind, :mode, :settings::jsonb, :mapping::jsonb, :state, :createdAt, now() + :claim::interval)
                        on conflict (code) do nothing
                        """)
                        .param("code", source.code())
                        .param("dataset", source.dataset())
                        .param("department", source.department())
                        .param("titleZh", source.titleZh())
                        .param("titleEn", source.titleEn())
                        .param("kind", source.settings().kind().name())
                        .param("mode", source.mode().name())
                        .param("settings", json.writeValueAsString(source.settings()))
                        .param("mapping", source.mapping())
                        .param("state", source.state().name())
                        .param("createdAt", source.createdAt().atOffset(ZoneOffset.UTC))
                        .param("claim", CLAIM)
                        .update()
                == 1;
    }

    /** Writes a changed source over the version it was made from, and answers with it as stored. */
    Source save(Source source) {
        LocalizedText lastError = source.lastError();
        int rows = jdbc.sql("""
                        update hub.source
                           set title_zh = :titleZh, title_en = :titleEn, mode = :mode, settings = :settings::jsonb,
                               mapping = :mapping::jsonb, state = :state, process_group = :processGroup,
                               last_error = :lastError, last_error_zh = :lastErrorZh, version = version + 1, claimed_until = now() + :pause::interval
                         where code = :code and version = :version
                        """)
                .param("titleZh", source.titleZh())
                .param("titleEn", source.titleEn())
                .param("mode", source.mode().name())
                .param("pause", source.underWay() ? CLAIM : PAUSE)
                .param("settings", json.writeValueAsString(source.settings()))
                .param("mapping", source.mapping())
                .param("state", source.state().name())
                .param("processGroup", source.processGroup())
                .param("lastError", lastError == null ? null : lastError.en())
                .param("lastErrorZh", lastError == null ? null : lastError.zh())
                .param("code", source.code())
                .param("version", source.version())
                .update();
        if (rows == 0) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Source " + source.code() + " was changed by somebody else; read it again");
        }
        return find(source.code()).orElseThrow();
    }

    void remove(String code) {
        jdbc.sql("delete from hub.source where code = :code")
                .param("code", code)
                .update();
    }

    private Source source(ResultSet row, int number) throws SQLException {
        SourceSettings.Kind kind = SourceSettings.Kind.valueOf(row.getString("kind"));
        return new Source(
                row.getString("code"),
                row.getString("dataset"),
                row.getString("department"),
                row.getString("title_zh"),
                row.getString("title_en"),
                Source.Mode.valueOf(row.getString("mode")),
                json.readValue(row.getString("settings"), kind.type()),
                row.getString("mapping"),
                Source.State.valueOf(row.getString("state")),
                row.getString("process_group"),
                row.getLong("queued"),
                error(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static @Nullable LocalizedText error(ResultSet row) throws SQLException {
        String en = row.getString("last_error");
        String zh = row.getString("last_error_zh");
        return en == null ? null : new LocalizedText(zh == null ? en : zh, en);
    }
}
