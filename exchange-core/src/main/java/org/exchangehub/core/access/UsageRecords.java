package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.access.UsageRecordController.UsageAccount;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.Violations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what consumers record of their use; during a grant and after it, when the data is destroyed. */
@Service
class UsageRecords {

    private static final int PARAGRAPH = 2_000;

    private final UsageRecordRepository records;
    private final Grants grants;
    private final NewIds ids;
    private final AuditOutbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    UsageRecords(
            UsageRecordRepository records, Grants grants, NewIds ids, AuditOutbox outbox, Clock clock, ZoneId zone) {
        this.records = records;
        this.grants = grants;
        this.ids = ids;
        this.outbox = outbox;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional
    public UsageRecord add(UUID id, UsageAccount account, Caller caller) {
        Grant grant = grants.get(id, caller);
        caller.require(Role.DEVELOPER, Role.STEWARD, Role.SHARING_HEAD);
        caller.requireDepartment(grant.department());
        check(account, grant);
        UsageRecord record = new UsageRecord(
                ids.next(),
                grant.id(),
                grant.dataset(),
                grant.provider(),
                grant.department(),
                Objects.requireNonNull(account.from()),
                Objects.requireNonNull(account.until()),
                Objects.requireNonNull(account.scenario()).strip(),
                Objects.requireNonNull(account.process()).strip(),
                Objects.requireNonNull(account.results()).strip(),
                Objects.requireNonNull(account.storage()).strip(),
                account.destruction(),
                caller.name(),
                clock.instant());
        records.add(record);
        outbox.add(AuditFact.of(Auditable.USAGE_RECORDED, caller.who())
                .dataset(record.dataset())
                .grant(record.grant())
                .detail("usageRecord", record.id())
                .detail("from", record.from())
                .detail("until", record.until())
                .detail("destroyed", record.destruction() != null)
                .build());
        return record;
    }

    private void check(UsageAccount account, Grant grant) {
        Violations found = new Violations()
                .needed("/scenario", account.scenario(), "使用场景: the business it was used in")
                .text("/scenario", account.scenario(), PARAGRAPH)
                .needed("/process", account.process(), "使用过程: how it was used, and by whom")
                .text("/process", account.process(), PARAGRAPH)
                .needed("/results", account.results(), "使用结果: what came of it")
                .text("/results", account.results(), PARAGRAPH)
                .needed("/storage", account.storage(), "存储情况: where copies are kept, or that there are none")
                .text("/storage", account.storage(), PARAGRAPH)
                .text("/destruction", account.destruction(), PARAGRAPH);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate from = account.from();
        LocalDate until = account.until();
        if (from == null || from.isBefore(grant.from())) {
            found.add("/from", "a day from " + grant.from() + " on", from == null ? null : from.toString());
        }
        if (until == null || until.isAfter(today) || (from != null && until.isBefore(from))) {
            found.add("/until", "a day from the first to " + today, until == null ? null : until.toString());
        }
        found.refuse("The record of use is not complete (Decree 809, Art. 29); everything that is wrong is listed.");
    }
}
