package org.exchangehub.core.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the intake form; only added to. */
@Component
class IntakeForms {

    private static final String SELECT =
            "select version, fields::text as fields, reason, changed_by, changed_at from hub.intake_form";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditOutbox outbox;
    private final CatalogNotices notices;
    private final ZoneId zone;
    private final Clock clock;

    IntakeForms(
            JdbcClient jdbc, JsonMapper json, AuditOutbox outbox, CatalogNotices notices, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
        this.notices = notices;
        this.zone = zone;
        this.clock = clock;
    }

    /** The form in force. */
    IntakeForm current() {
        return jdbc.sql(SELECT + " order by version desc limit 1")
                .query(this::form)
                .optional()
                .orElse(IntakeForm.NONE);
    }

    Optional<IntakeForm> find(int version) {
        return jdbc.sql(SELECT + " where version = :version")
                .param("version", version)
                .query(this::form)
                .optional();
    }

    /** Up to {@code limit} versions, the newest first, before the cursor's. */
    List<IntakeForm> list(@Nullable Integer before, int limit) {
        return jdbc.sql(SELECT + """
                         where cast(:before as integer) is null or version < :before order by version desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(this::form)
                .list();
    }

    /** The form as it is held against entries now. */
    Asking asking() {
        return new Asking(current(), known(), LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The form on a day, and what was ever asked. */
    record Asking(IntakeForm form, Map<String, IntakeField.Type> known, LocalDate day) {

        /** Notes what an entry of this department lacks to be handed in. */
        void missing(Entry entry, String department, Violations missing) {
            form.missing(entry, department, day, known, missing);
        }
    }

    /** The types of all fields of all versions: an answer keeps its meaning. */
    private Map<String, IntakeField.Type> known() {
        Map<String, IntakeField.Type> types = new TreeMap<>();
        jdbc.sql("""
                        select distinct field ->> 'id' as id, field ->> 'type' as type
                          from hub.intake_form, jsonb_array_elements(fields) as field
                        """)
                .query((row, number) -> types.put(row.getString("id"), IntakeField.Type.valueOf(row.getString("type"))))
                .list();
        return types;
    }

    /**
     * Adds a version after the one it was made from.
     *
     * @throws HubProblem {@code PRECONDITION_FAILED} when there is another since, {@code REQUEST_INVALID} when a field takes another type
     */
    @Transactional
    public IntakeForm put(int from, List<IntakeField> fields, String reason, Who by) {
        Map<String, IntakeField.Type> known = known();
        Violations found = new Violations();
        for (int i = 0; i < fields.size(); i++) {
            IntakeField.Type type = known.get(fields.get(i).id());
            if (type != null && type != fields.get(i).type()) {
                found.add(
                        "/fields/" + i + "/type",
                        type + ", which " + fields.get(i).id() + " was asked as before; take another id",
                        fields.get(i).type().name());
            }
        }
        found.refuse("The intake form is not valid.");
        IntakeForm before = current();
        int rows = before.version() != from ? 0 : insert(from + 1, fields, reason, by);
        if (rows == 0) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED,
                    "The intake form is at version " + before.version() + " or later; read it again.");
        }
        outbox.add(AuditFact.of(Auditable.INTAKE_FORM_CHANGED, by)
                .detail("version", from + 1)
                .detail("reason", reason)
                .detail("fields", said(fields))
                .detail("fieldsBefore", said(before.fields()))
                .build());
        notices.asked(from + 1, by);
        return find(from + 1).orElseThrow();
    }

    private int insert(int version, List<IntakeField> fields, String reason, Who by) {
        return jdbc.sql("""
                        insert into hub.intake_form (version, fields, reason, changed_by, changed_at)
                        values (:version, :fields::jsonb, :reason, :by, :at) on conflict do nothing
                        """)
                .param("version", version)
                .param("fields", json.writeValueAsString(fields))
                .param("reason", reason)
                .param("by", by.subject())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Such as {@code retention NUMBER required, channel CHOICE}. */
    private static String said(List<IntakeField> fields) {
        return fields.stream()
                .map(field -> field.id() + " " + field.type() + (field.required() ? " required" : ""))
                .collect(Collectors.joining(", "));
    }

    private IntakeForm form(ResultSet row, int number) throws SQLException {
        return new IntakeForm(
                row.getInt("version"),
                List.of(json.readValue(row.getString("fields"), IntakeField[].class)),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
