package org.exchangehub.core.correction;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.access.GrantedUses;
import org.exchangehub.core.access.GrantedUses.GrantedUse;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.correction.CorrectionController.FlagRequest;
import org.exchangehub.core.correction.Ticket.Move;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordPage;
import org.exchangehub.core.publication.RecordQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes flags of consumers and moves them; each move and its audit fact are one transaction. */
@Service
class Corrections {

    private static final int TEXT = 2_000;

    /** Moves of the two sides; disputes and releases make the others. */
    private static final Set<Move> ASKED =
            EnumSet.of(Move.PROVIDER_UPHOLDS, Move.PROVIDER_REJECTS, Move.CONSUMER_ACCEPTS, Move.CONSUMER_WITHDRAWS);

    private final TicketRepository tickets;
    private final NewIds ids;
    private final GrantedUses uses;
    private final PublishedRecords records;
    private final Feedback feedback;
    private final TicketNotices notices;
    private final AuditOutbox outbox;
    private final Clock clock;

    Corrections(
            TicketRepository tickets,
            NewIds ids,
            GrantedUses uses,
            PublishedRecords records,
            Feedback feedback,
            TicketNotices notices,
            AuditOutbox outbox,
            Clock clock) {
        this.tickets = tickets;
        this.ids = ids;
        this.uses = uses;
        this.records = records;
        this.feedback = feedback;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A field of a record the grant gives is flagged by the application that reads it, or by a person of its department. */
    @Transactional
    public Ticket flag(UUID grant, FlagRequest request, Caller caller) {
        GrantedUse use = uses.find(grant)
                .filter(found -> found.department().equals(caller.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no grant " + grant + "."));
        requireUser(use, caller);
        if (!use.holds()) {
            throw new HubProblem(ErrorCode.CONFLICT, "Grant " + grant + " does not hold now.");
        }
        Map<String, String> key = request.key() == null ? Map.of() : request.key();
        Violations found = new Violations()
                .needed("/reason", request.reason(), "why it is held to be wrong")
                .text("/reason", request.reason(), TEXT)
                .needed("/evidence", request.evidence(), "what shows it")
                .text("/evidence", request.evidence(), TEXT);
        if (key.isEmpty()) {
            found.add("/key", "values of all key fields", null);
        }
        String field = request.field();
        if (field == null || !use.fields().contains(field)) {
            found.add("/field", "a field of the grant: " + use.fields(), field);
        }
        found.refuse("The flag is not complete; everything that is wrong is listed.");
        RecordPage page = granted(use, key, Objects.requireNonNull(field));
        PublishedRecord record = page.records().getFirst();
        Object value = record.values().get(field);
        Ticket flagged = new Ticket(
                ids.next(),
                use.dataset(),
                use.provider(),
                use.department(),
                grant,
                key,
                field,
                value == null ? null : value.toString(),
                Objects.requireNonNull(request.reason()).strip(),
                Objects.requireNonNull(request.evidence()).strip(),
                Ticket.State.FLAGGED,
                List.of(),
                page.release(),
                null,
                clock.instant(),
                1);
        tickets.add(flagged);
        tell(Auditable.CORRECTION_FLAGGED, flagged, caller.who(), flagged.reason());
        feedback.due(flagged, caller.who());
        notices.flagged(flagged, caller.who());
        return flagged;
    }

    /** Moves a ticket as its table allows and the caller's part in it. */
    @Transactional
    public Ticket move(UUID id, @Nullable Move move, @Nullable String words, Caller caller) {
        Ticket ticket = get(id, caller);
        new Violations()
                .needed("/move", move == null || !ASKED.contains(move) ? null : move, "one of " + ASKED)
                .text("/words", words, TEXT)
                .refuse("The move is not valid.");
        Move wanted = Objects.requireNonNull(move);
        requirePart(ticket, wanted, caller);
        if (wanted != Move.CONSUMER_ACCEPTS) {
            new Violations()
                    .needed("/words", words, "the finding or the reason")
                    .refuse("This is done with words only (Decree 809, Art. 26).");
        }
        return moved(ticket, wanted, words, caller);
    }

    /** Moves a ticket in the current transaction. */
    Ticket moved(Ticket ticket, Move move, @Nullable String words, Caller caller) {
        Ticket moved = ticket.moved(move, caller.name(), words, clock.instant());
        tickets.save(moved);
        tell(Auditable.CORRECTION_MOVED, moved, caller.who(), words);
        feedback.moved(moved, move, caller.who());
        notices.moved(moved, move, caller.who());
        return moved;
    }

    /** A ticket, for the two departments and the authority. */
    Ticket get(UUID id, Caller caller) {
        return tickets.find(id)
                .filter(ticket -> seesAll(caller)
                        || ticket.provider().equals(caller.department())
                        || ticket.department().equals(caller.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no correction " + id + "."));
    }

    static boolean seesAll(Caller caller) {
        return caller.has(Role.CATALOG_AUTHORITY);
    }

    /** The record as the grant gives it; one it does not give and one that does not exist are answered alike. */
    private RecordPage granted(GrantedUse use, Map<String, String> key, String field) {
        List<RowCondition> conditions = new ArrayList<>(use.rowFilter());
        records.byKey(use.dataset(), key);
        key.forEach((name, value) -> conditions.add(RowCondition.equal(name, value)));
        RecordPage page = records.page(use.dataset(), new RecordQuery(conditions, List.of(field), null, 1, null));
        if (page.records().isEmpty()) {
            throw new HubProblem(ErrorCode.NOT_FOUND, "The grant gives no record with this key.");
        }
        return page;
    }

    private static void requireUser(GrantedUse use, Caller caller) {
        boolean application =
                caller.kind() == Caller.Kind.APPLICATION && caller.client().equals(use.client());
        if (!application) {
            caller.require(Role.DEVELOPER, Role.STEWARD, Role.SHARING_HEAD);
        }
    }

    private static void requirePart(Ticket ticket, Move move, Caller caller) {
        switch (move) {
            case PROVIDER_UPHOLDS, PROVIDER_REJECTS -> {
                caller.require(Role.STEWARD, Role.SHARING_HEAD);
                caller.requireDepartment(ticket.provider());
            }
            case CONSUMER_ACCEPTS, CONSUMER_WITHDRAWS -> {
                caller.require(Role.DEVELOPER, Role.STEWARD, Role.SHARING_HEAD);
                caller.requireDepartment(ticket.department());
            }
            case CONSUMER_DISPUTES, DISPUTE_UPHOLDS, DISPUTE_REJECTS, PUBLISHED ->
                throw new IllegalStateException("no caller makes this move");
        }
    }

    void tell(Auditable kind, Ticket ticket, Who who, @Nullable String words) {
        outbox.add(AuditFact.of(kind, who)
                .dataset(ticket.dataset())
                .grant(ticket.grant())
                .fields(List.of(ticket.field()))
                .detail("correction", ticket.id())
                .detail("department", ticket.department())
                .detail("provider", ticket.provider())
                .detail("state", ticket.state())
                .detail("correctedIn", ticket.correctedIn())
                .personal("words", words)
                .build());
    }
}
