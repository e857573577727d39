package org.exchangehub.core.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.work.Deadline.Pause;
import org.exchangehub.core.work.Deadline.State;
import org.exchangehub.core.work.Deadline.Step;
import org.exchangehub.core.work.Deadline.Term;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DeadlineRepository {

    static final String SELECT = """
            select id, kind, subject_type, subject_id, title_zh, title_en, link, department, state, received_on, days, extension,
                   lead, pauses::text as pauses, due_on, due_at, remind_at, reminded, overdue_told, opened_at, overdue_at,
                   closed_at, course::text as course
              from hub.deadline
            """;

    private static final String OPEN = " state in ('RUNNING', 'PAUSED', 'OVERDUE') ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeadlineRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when one of this kind and subject is open already. */
    boolean add(Deadline opened) {
        Subject subject = opened.subject();
        return jdbc.sql("""
                        insert into hub.deadline
                            (id, kind, subject_type, subject_id, title_zh, title_en, link, department, state, received_on, days,
                             extension, lead, pauses, due_on, due_at, remind_at, opened_at, course)
                        values (:id, :kind, :type, :subject, :zh, :en, :link, :department, :state, :received, :days,
                                :extension, :lead, :pauses::jsonb, :dueOn, :dueAt, :remindAt, :openedAt, :course::jsonb)
                        on conflict (kind, subject_type, subject_id) where state in ('RUNNING', 'PAUSED', 'OVERDUE') do nothing
                        """)
                        .params(moving(opened))
                        .param("kind", opened.kind().name())
                        .param("type", subject.type())
                        .param("subject", subject.id())
                        .param("zh", subject.title().zh())
                        .param("en", subject.title().en())
                        .param("link", subject.link())
                        .param("department", opened.department())
                        .param("received", opened.receivedOn())
                        .param("days", opened.days())
                        .param("lead", opened.lead())
                        .param("openedAt", opened.openedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Stores a deadline whose row is locked. */
    void save(Deadline moved) {
        jdbc.sql("""
                        update hub.deadline
                           set state = :state, extension = :extension, pauses = :pauses::jsonb, due_on = :dueOn, due_at = :dueAt,
                               remind_at = :remindAt, reminded = :reminded, overdue_told = :told, overdue_at = :overdueAt,
                               closed_at = :closedAt, course = :course::jsonb
                         where id = :id
                        """)
                .params(moving(moved))
                .param("reminded", moved.reminded())
                .param("told", moved.overdueTold())
                .param("overdueAt", at(moved.overdueAt()))
                .param("closedAt", at(moved.closedAt()))
                .update();
    }

    private Map<String, @Nullable Object> moving(Deadline deadline) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Term term = deadline.term();
        values.put("id", deadline.id());
        values.put("state", deadline.state().name());
        values.put("extension", deadline.extension());
        values.put("pauses", json.writeValueAsString(deadline.pauses()));
        values.put("course", json.writeValueAsString(deadline.course()));
        values.put("dueOn", term == null ? null : term.dueOn());
        values.put("dueAt", term == null ? null : at(term.dueAt()));
        values.put("remindAt", term == null ? null : at(term.remindAt()));
        return values;
    }

    Optional<Deadline> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::deadline)
                .optional();
    }

    /** The open one of a kind and subject, its row locked until the transaction ends. */
    Optional<Deadline> lockOpen(DeadlineKind kind, Subject subject) {
        return jdbc.sql(SELECT + " where kind = :kind and subject_type = :type and subject_id = :id and" + OPEN
                        + "for update")
                .param("kind", kind.name())
                .param("type", subject.type())
                .param("id", subject.id())
                .query(this::deadline)
                .optional();
    }

    /** The one of a kind and subject that was opened last. */
    Optional<Deadline> last(DeadlineKind kind, Subject subject) {
        return jdbc.sql(SELECT + """
                         where kind = :kind and subject_type = :type and subject_id = :id
                         order by opened_at desc, id desc limit 1
                        """)
                .param("kind", kind.name())
                .param("type", subject.type())
                .param("id", subject.id())
                .query(this::deadline)
                .optional();
    }

    /** Open ones that have part in these days, locked. */
    List<Deadline> touched(LocalDate first, LocalDate last) {
        return jdbc.sql(SELECT + " where" + OPEN + """
                         and received_on < :last and (due_on is null or due_on >= :first)
                         order by id for update
                        """)
                .param("first", first)
                .param("last", last)
                .query(this::deadline)
                .list();
    }

    /** Some that are overdue by then and of which nobody was told, locked; those another instance has are left to it. */
    List<Deadline> lapsed(Instant now, int most) {
        return jdbc.sql(SELECT + """
                         where (state = 'RUNNING' and due_at <= :now) or (state = 'OVERDUE' and not overdue_told)
                         order by id limit :most for update skip locked
                        """)
                .param("now", at(now))
                .param("most", most)
                .query(this::deadline)
                .list();
    }

    /** Some of which the department is to be reminded by then, locked. */
    List<Deadline> toRemind(Instant now, int most) {
        return jdbc.sql(SELECT + """
                         where state = 'RUNNING' and not reminded and remind_at <= :now and due_at > :now
                         order by id limit :most for update skip locked
                        """)
                .param("now", at(now))
                .param("most", most)
                .query(this::deadline)
                .list();
    }

    /** Which deadlines are listed. */
    enum Standing {
        /** Not done yet, overdue or not. */
        OPEN,
        /** Not done yet, and the last day is over. */
        OVERDUE,
        /** Done, in time or late, or called off. */
        CLOSED
    }

    /** Up to {@code limit} deadlines by their end, those without one last, after the key. */
    List<Deadline> list(DeadlineFilter filter, @Nullable PageKey after, int limit) {
        return jdbc.sql(SELECT + """
                         where (cast(:department as text) is null or department = :department)
                           and (cast(:kind as text) is null or kind = :kind)
                           and (cast(:standing as text) is null
                                or (:standing = 'CLOSED') = (state in ('MET', 'LATE', 'VOID')))
                           and (cast(:standing as text) is distinct from 'OVERDUE'
                                or state = 'OVERDUE' or (state = 'RUNNING' and due_at <= :now))
                           and (cast(:id as uuid) is null
                                or (coalesce(due_at, 'infinity'), id) > (cast(:due as timestamptz), cast(:id as uuid)))
                         order by coalesce(due_at, 'infinity'), id limit :limit
                        """)
                .param("department", filter.department())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param(
                        "standing",
                        filter.standing() == null ? null : filter.standing().name())
                .param("now", at(filter.now()))
                .param("due", after == null ? null : after.due())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(this::deadline)
                .list();
    }

    /** What is listed; null for all. */
    record DeadlineFilter(
            @Nullable String department,
            @Nullable DeadlineKind kind,
            @Nullable Standing standing,
            Instant now) {}

    /**
     * Where a page ends.
     *
     * @param due its end, or {@code infinity}
     */
    record PageKey(String due, UUID id) {

        /** @throws IllegalArgumentException when it is no such key */
        static PageKey of(String text) {
            String[] parts = text.split("/", 2);
            if (parts.length != 2 || !parts[0].matches("infinity|[0-9TZ:.-]{20,30}")) {
                throw new IllegalArgumentException("no key");
            }
            return new PageKey(
                    parts[0].equals("infinity") ? parts[0] : parsed(parts[0]).toString(), UUID.fromString(parts[1]));
        }

        static String text(Deadline deadline) {
            Term term = deadline.term();
            return (term == null ? "infinity" : term.dueAt().toString()) + "/" + deadline.id();
        }

        private static Instant parsed(String text) {
            try {
                return Instant.parse(text);
            } catch (java.time.format.DateTimeParseException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }
    }

    Deadline deadline(ResultSet row, int number) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new Deadline(
                row.getObject("id", UUID.class),
                DeadlineKind.valueOf(row.getString("kind")),
                new Subject(
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        new LocalizedText(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("link")),
                row.getString("department"),
                State.valueOf(row.getString("state")),
                row.getObject("received_on", LocalDate.class),
                row.getInt("days"),
                row.getInt("extension"),
                row.getInt("lead"),
                List.of(json.readValue(row.getString("pauses"), Pause[].class)),
                dueOn == null
                        ? null
                        : new Term(
                                dueOn,
                                Objects.requireNonNull(instant(row, "due_at")),
                                Objects.requireNonNull(instant(row, "remind_at"))),
                row.getBoolean("reminded"),
                row.getBoolean("overdue_told"),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "overdue_at"),
                instant(row, "closed_at"),
                List.of(json.readValue(row.getString("course"), Step[].class)));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant when) {
        return when == null ? null : when.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
