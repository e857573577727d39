package org.exchangehub.core.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class NoticeRepository {

    /** Whose inbox it is: {@code :department} may be null, {@code :roles} empty. */
    private static final String OWN = """
             (person = :person
              or (role = any(cast(:roles as text[])) and (department is null or department = cast(:department as text))))
            """;

    private static final String SELECT = """
            select id, kind, arguments::text as arguments, subject_type, subject_id, title_zh, title_en, link, department, role,
                   person, at, read_at, read_by
              from hub.notice
            """;

    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(StoredNotice notice) {
        Subject subject = notice.subject();
        Recipient.Office office = notice.recipient() instanceof Recipient.Office each ? each : null;
        jdbc.sql("""
                        insert into hub.notice
                            (id, kind, arguments, subject_type, subject_id, title_zh, title_en, link, department, role, person, at)
                        values (:id, :kind, :arguments::jsonb, :type, :subject, :zh, :en, :link, :department, :role, :person, :at)
                        """)
                .param("id", notice.id())
                .param("kind", notice.kind())
                .param("arguments", json.writeValueAsString(notice.arguments()))
                .param("type", subject.type())
                .param("subject", subject.id())
                .param("zh", subject.title().zh())
                .param("en", subject.title().en())
                .param("link", subject.link())
                .param("department", office == null ? null : office.department())
                .param("role", office == null ? null : office.role().realmRole())
                .param("person", notice.recipient() instanceof Recipient.Person person ? person.subject() : null)
                .param("at", notice.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Up to {@code limit} notices to the caller, the newest first, after the cursor's. */
    List<StoredNotice> list(Caller caller, boolean unread, @Nullable UUID after, int limit) {
        return own(SELECT + """
                         where %s and (not :unread or read_at is null) and (cast(:after as uuid) is null or id < :after)
                         order by id desc limit :limit
                        """, caller)
                .param("unread", unread)
                .param("after", after)
                .param("limit", limit)
                .query(this::notice)
                .list();
    }

    Optional<StoredNotice> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::notice)
                .optional();
    }

    /** How many notices to the caller nobody has read. */
    int unread(Caller caller) {
        return own("select count(*) from hub.notice where %s and read_at is null", caller)
                .query(Integer.class)
                .single();
    }

    /** Which of these are the caller's. */
    List<UUID> own(Collection<UUID> ids, Caller caller) {
        return own("select id from hub.notice where id = any(:ids) and %s", caller)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    /** Marks those as read that nobody has read before; how many they were. */
    int read(Collection<UUID> ids, String by, Instant at) {
        return jdbc.sql("update hub.notice set read_at = :at, read_by = :by where id = any(:ids) and read_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Removes some that were read before then; how many. */
    int removeRead(Instant before, int most) {
        return jdbc.sql("""
                        delete from hub.notice
                         where id in (select id from hub.notice where read_at < :before order by read_at limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private JdbcClient.StatementSpec own(String sql, Caller caller) {
        return jdbc.sql(sql.formatted(OWN))
                .param("person", caller.subject())
                .param("roles", caller.roles().stream().map(Role::realmRole).toArray(String[]::new))
                .param("department", caller.department());
    }

    private StoredNotice notice(ResultSet row, int number) throws SQLException {
        String person = row.getString("person");
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new StoredNotice(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                json.readValue(row.getString("arguments"), ARGUMENTS),
                new Subject(
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        new LocalizedText(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("link")),
                person == null
                        ? new Recipient.Office(
                                row.getString("department"),
                                Role.of(row.getString("role")).orElseThrow())
                        : new Recipient.Person(person),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                readAt == null ? null : readAt.toInstant(),
                row.getString("read_by"));
    }
}
