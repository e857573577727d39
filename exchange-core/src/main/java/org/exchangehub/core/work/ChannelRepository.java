package org.exchangehub.core.work;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.identity.Authority;
import org.exchangehub.core.work.NoticeDelivery.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Webhooks, and the deliveries to them and to mailboxes. */
@Repository
class ChannelRepository {

    private static final String WEBHOOK =
            "select id, department, url, kinds, enabled, generation, rotated_at, created_by, created_at from hub.webhook";

    private final JdbcClient jdbc;
    private final Authority authority;

    ChannelRepository(JdbcClient jdbc, Authority authority) {
        this.jdbc = jdbc;
        this.authority = authority;
    }

    /** Puts these notices on their way to the mailboxes of the offices they are to. */
    void mail(Collection<UUID> notices, Instant now) {
        jdbc.sql("""
                        insert into hub.notice_delivery (notice, address, next_at)
                        select distinct on (mailbox.address) notice.id, mailbox.address, :now
                          from hub.notice as notice
                          join hub.notice_address as mailbox on mailbox.role = notice.role
                               and mailbox.department = coalesce(notice.department, :authority)
                         where notice.id = any(:notices) order by mailbox.address, notice.id
                        """)
                .param("notices", notices.toArray(UUID[]::new))
                .param("authority", authority.department())
                .param("now", at(now))
                .update();
    }

    /** Puts these notices, which say the same, on their way to the webhooks of their departments: one message to each. */
    void post(Collection<UUID> notices, Instant now) {
        jdbc.sql("""
                        insert into hub.notice_delivery (notice, webhook, next_at)
                        select distinct on (webhook.id) notice.id, webhook.id, :now
                          from hub.notice as notice
                          join hub.webhook as webhook on webhook.department = coalesce(notice.department, :authority)
                         where notice.id = any(:notices) and notice.role is not null and webhook.enabled
                           and (cardinality(webhook.kinds) = 0 or notice.kind = any(webhook.kinds))
                         order by webhook.id, notice.id
                        """)
                .param("notices", notices.toArray(UUID[]::new))
                .param("authority", authority.department())
                .param("now", at(now))
                .update();
    }

    /**
     * Takes the next delivery that is due and not behind another to the same place that blocks it. Unless it is ended it comes again
     * after the time given, whatever becomes of this instance.
     */
    Optional<NoticeDelivery> claim(Instant now, Duration again) {
        return jdbc.sql("""
                        update hub.notice_delivery set attempts = attempts + 1, next_at = :again, blocks = true
                         where id = (select id from hub.notice_delivery as due
                                      where state = 'WAITING' and next_at <= :now
                                        and not exists (select from hub.notice_delivery as first
                                                         where first.place = due.place and first.state = 'WAITING'
                                                           and first.blocks and first.id <> due.id)
                                      order by next_at, id limit 1 for update skip locked)
                        returning id, notice, address, webhook, attempts
                        """)
                .param("now", at(now))
                .param("again", at(now.plus(again)))
                .query((row, number) -> new NoticeDelivery(
                        row.getObject("id", UUID.class),
                        row.getObject("notice", UUID.class),
                        row.getString("address"),
                        row.getObject("webhook", UUID.class),
                        row.getInt("attempts")))
                .optional();
    }

    void end(NoticeDelivery delivery, State state, @Nullable String error, Instant now) {
        jdbc.sql("""
                        update hub.notice_delivery set state = :state, error = :error, finished_at = :now
                         where id = :id and state = 'WAITING'
                        """)
                .param("state", state.name())
                .param("error", error)
                .param("now", at(now))
                .param("id", delivery.id())
                .update();
    }

    /**
     * After a failure: it waits.
     *
     * @param blocks whether what else is to go to the same place waits for it
     */
    void wait(NoticeDelivery delivery, String error, Instant until, boolean blocks) {
        jdbc.sql("""
                        update hub.notice_delivery set next_at = :until, error = :error, blocks = :blocks
                         where id = :id and state = 'WAITING'
                        """)
                .param("until", at(until))
                .param("error", error)
                .param("blocks", blocks)
                .param("id", delivery.id())
                .update();
    }

    /** What is still to go to a webhook is given up. */
    void giveUp(UUID webhook, String error, Instant now) {
        jdbc.sql("""
                        update hub.notice_delivery set state = 'GIVEN_UP', error = :error, finished_at = :now
                         where webhook = :webhook and state = 'WAITING'
                        """)
                .param("error", error)
                .param("now", at(now))
                .param("webhook", webhook)
                .update();
    }

    /**
     * Up to {@code limit} deliveries of a department's notices, the newest first, after the cursor's.
     *
     * @param place an address or a webhook's id
     */
    List<NoticeDeliveryView> deliveries(
            String place, String department, @Nullable State state, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select delivery.id, notice, kind, state, attempts, next_at, error, finished_at
                          from hub.notice_delivery as delivery join hub.notice as told on told.id = delivery.notice
                         where place = :place and coalesce(told.department, :authority) = :department
                           and (cast(:state as text) is null or state = :state)
                           and (cast(:after as uuid) is null or delivery.id < :after)
                         order by delivery.id desc limit :limit
                        """)
                .param("place", place)
                .param("department", department)
                .param("authority", authority.department())
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query(ChannelRepository::standing)
                .list();
    }

    void add(Webhook webhook) {
        jdbc.sql("""
                        insert into hub.webhook (id, department, url, kinds, created_by, created_at)
                        values (:id, :department, :url, :kinds, :by, :at)
                        """)
                .param("id", webhook.id())
                .param("department", webhook.department())
                .param("url", webhook.url().toString())
                .param("kinds", webhook.kinds().toArray(String[]::new))
                .param("by", webhook.createdBy())
                .param("at", at(webhook.createdAt()))
                .update();
    }

    int webhooks(String department) {
        return jdbc.sql("select count(*) from hub.webhook where department = :department")
                .param("department", department)
                .query(Integer.class)
                .single();
    }

    Optional<Webhook> webhook(UUID id) {
        return jdbc.sql(WEBHOOK + " where id = :id")
                .param("id", id)
                .query(ChannelRepository::webhook)
                .optional();
    }

    /** Up to {@code limit} webhooks of a department, or of all, the newest first, after the cursor's. */
    List<Webhook> webhooks(@Nullable String department, @Nullable UUID after, int limit) {
        return jdbc.sql(WEBHOOK + """
                         where (cast(:department as text) is null or department = :department)
                           and (cast(:after as uuid) is null or id < :after)
                         order by id desc limit :limit
                        """)
                .param("department", department)
                .param("after", after)
                .param("limit", limit)
                .query(ChannelRepository::webhook)
                .list();
    }

    void rotate(UUID id, Instant now) {
        jdbc.sql("update hub.webhook set generation = generation + 1, rotated_at = :now where id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void disable(UUID id) {
        jdbc.sql("update hub.webhook set enabled = false where id = :id")
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from hub.webhook where id = :id").param("id", id).update();
    }

    private static NoticeDeliveryView standing(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new NoticeDeliveryView(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("kind"),
                state,
                row.getInt("attempts"),
                state == State.WAITING ? instant(row, "next_at") : null,
                row.getString("error"),
                instant(row, "finished_at"));
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("department"),
                URI.create(row.getString("url")),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                row.getBoolean("enabled"),
                row.getInt("generation"),
                instant(row, "rotated_at"),
                row.getString("created_by"),
                Objects.requireNonNull(instant(row, "created_at")));
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
