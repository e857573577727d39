package org.exchangehub.core.work;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mailboxes of offices, one per department and role. The hub keeps no addresses of persons. */
@Component
class NoticeAddresses {

    private static final int LONGEST = 254;

    /** One address of printable ASCII, neither a list of several nor one with a name: it goes into the head of a message. */
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^<>@,;:\"()\\[\\]\\\\]]+@[!-~&&[^<>@,;:\"()\\\\]]+");

    private final JdbcClient jdbc;
    private final AuditOutbox outbox;
    private final Clock clock;

    NoticeAddresses(JdbcClient jdbc, AuditOutbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A mailbox.
     *
     * @param version counts the changes, for If-Match; 0 while there is none
     */
    record Mailbox(String department, Role role, @Nullable String address, int version) {}

    /** A department's, by role. */
    List<Mailbox> of(String department) {
        return jdbc.sql(
                        "select role, address, version from hub.notice_address where department = :department order by role")
                .param("department", department)
                .query((row, number) -> new Mailbox(
                        department,
                        Role.of(row.getString("role")).orElseThrow(),
                        row.getString("address"),
                        row.getInt("version")))
                .list();
    }

    Mailbox of(String department, Role role) {
        return of(department).stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseGet(() -> new Mailbox(department, role, null, 0));
    }

    /** Sets a mailbox over the version it was read at. */
    @Transactional
    public Mailbox put(Mailbox wanted, Who by) {
        String address = checked(wanted.address());
        int rows = jdbc.sql("""
                        insert into hub.notice_address as held (department, role, address, changed_by, changed_at)
                        select :department, :role, :address, :by, :at
                         where :version = coalesce((select version from hub.notice_address
                                                     where department = :department and role = :role), 0)
                        on conflict (department, role) do update set address = excluded.address, version = held.version + 1,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where held.version = :version
                        """)
                .param("department", wanted.department())
                .param("role", wanted.role().realmRole())
                .param("address", address)
                .param("version", wanted.version())
                .param("by", by.subject())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 0) {
            throw new HubProblem(ErrorCode.PRECONDITION_FAILED, "The mailbox has changed; read it again.");
        }
        told(wanted, address, by);
        return of(wanted.department(), wanted.role());
    }

    @Transactional
    public void remove(String department, Role role, Who by) {
        int rows = jdbc.sql("delete from hub.notice_address where department = :department and role = :role")
                .param("department", department)
                .param("role", role.realmRole())
                .update();
        if (rows > 0) {
            told(new Mailbox(department, role, null, 0), null, by);
        }
    }

    private void told(Mailbox mailbox, @Nullable String address, Who by) {
        outbox.add(AuditFact.of(Auditable.NOTICE_ADDRESS_CHANGED, by)
                .detail("department", mailbox.department())
                .detail("role", mailbox.role().realmRole())
                .personal("address", address)
                .build());
    }

    private static String checked(@Nullable String address) {
        Violations found = new Violations().needed("/address", address, "an e-mail address");
        try {
            if (address != null) {
                new InternetAddress(address, true);
                if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
                    found.add("/address", "one address of at most " + LONGEST + " characters, without a name", null);
                }
            }
        } catch (AddressException malformed) {
            found.add("/address", "an e-mail address (RFC 5322)", null);
        }
        found.refuse("The mailbox is not valid.");
        return Objects.requireNonNull(address);
    }
}
