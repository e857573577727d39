package org.exchangehub.core.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.exchangehub.schemas.canonical.CanonicalJson;
import org.exchangehub.schemas.value.Texts;
import org.exchangehub.tlog.EntryBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns facts into log entries: canonical leaves with commitments and tokens where something is personal. */
@Component
class LogEntries {

    /** What a member's value begins with that holds but a digest. */
    static final String DIGEST = "sha256:";

    private static final int SALT_BYTES = 32;

    private final SubjectTokens tokens;
    private final Clock clock;
    private final RandomBytes random = new RandomBytes();

    LogEntries(SubjectTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    LogEntry of(AuditFact fact) {
        return of(fact, new LogEntry.Part.Alone());
    }

    LogEntry of(AuditFact fact, LogEntry.Part part) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = id(at);
        List<String> subjects = tokens.of(fact.subjects(), at);
        LogEntry.Body body = fact.personal().isEmpty() ? null : body(fact);
        Map<String, Object> leaf = leaf(fact, id, at);
        switch (part) {
            case LogEntry.Part.Alone alone -> {}
            case LogEntry.Part.Intent intent -> leaf.put("part", "INTENT");
            case LogEntry.Part.Ending ending -> {
                leaf.put("part", "ENDING");
                leaf.put("intent", ending.intent());
            }
        }
        if (!subjects.isEmpty()) {
            leaf.put("subjects", subjects);
        }
        if (body != null) {
            leaf.put("personal", commitment(body));
        }
        byte[] entry = canonical(leaf);
        if (entry.length > EntryBundle.LONGEST_ENTRY) {
            entry = canonical(shortened(leaf));
        }
        return new LogEntry(id, at, entry, body, Extents.index(subjects, fact), part);
    }

    /** A UUIDv7 (RFC 9562 §5.7): ids made one after the other lie side by side in the index over them. */
    private UUID id(Instant at) {
        ByteBuffer noise = ByteBuffer.wrap(random.next(Long.BYTES + Short.BYTES));
        long high = (at.toEpochMilli() << 16) | 0x7000 | (noise.getShort() & 0x0FFF);
        return new UUID(high, (noise.getLong() >>> 2) | Long.MIN_VALUE);
    }

    /** The value a leaf holds for personal detail: base64 of SHA-256(salt ‖ details). */
    static String commitment(LogEntry.Body body) {
        MessageDigest digest = sha256();
        digest.update(body.salt());
        return Base64.getEncoder().encodeToString(digest.digest(body.json()));
    }

    private LogEntry.Body body(AuditFact fact) {
        return new LogEntry.Body(random.next(SALT_BYTES), canonical(fact.personal()));
    }

    private static Map<String, Object> leaf(AuditFact fact, UUID id, Instant at) {
        Map<String, Object> leaf = new TreeMap<>();
        leaf.put("v", 1);
        leaf.put("id", id.toString());
        leaf.put("at", at.toString());
        leaf.put("kind", fact.kind().name());
        leaf.put("outcome", fact.outcome().name());
        leaf.put("who", who(fact.who()));
        put(leaf, "dataset", fact.dataset());
        put(leaf, "mode", fact.mode());
        put(leaf, "purpose", fact.purpose());
        put(leaf, "basis", fact.basis());
        put(leaf, "grant", text(fact.grant()));
        put(leaf, "decision", text(fact.decision()));
        put(leaf, "policyVersion", fact.policyVersion());
        put(leaf, "fields", fact.fields().isEmpty() ? null : fact.fields());
        put(leaf, "filter", fact.filterShape());
        put(leaf, "rows", fact.rows());
        put(leaf, "bytes", fact.bytes());
        put(leaf, "durationMillis", fact.durationMillis());
        put(leaf, "details", fact.details().isEmpty() ? null : fact.details());
        put(leaf, "traceId", fact.traceId());
        return leaf;
    }

    private static Map<String, Object> who(Who who) {
        Map<String, Object> named = new TreeMap<>();
        named.put("subject", who.subject());
        named.put("client", who.client());
        put(named, "department", who.department());
        return named;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static void put(Map<String, Object> leaf, String name, @Nullable Object value) {
        if (value != null) {
            leaf.put(name, value);
        }
    }

    /** A leaf longer than a bundle can hold names its long parts by number and digest. */
    private static Map<String, Object> shortened(Map<String, Object> leaf) {
        Map<String, Object> shorter = new TreeMap<>(leaf);
        for (String part : List.of("subjects", "fields", "details", "filter", "basis", "purpose")) {
            Object value = leaf.get(part);
            if (value != null) {
                byte[] digest = sha256().digest(canonical(Map.of(part, value)));
                shorter.put(part, List.of(DIGEST + Base64.getEncoder().encodeToString(digest)));
            }
            byte[] entry = canonical(shorter);
            if (entry.length <= EntryBundle.LONGEST_ENTRY) {
                return shorter;
            }
        }
        return shorter;
    }

    /** RFC 8785, which has no form for half of a surrogate pair: what a caller wrote so is logged with U+FFFD in its place. */
    private static byte[] canonical(Map<String, ?> object) {
        try {
            return CanonicalJson.of(object);
        } catch (IllegalArgumentException halfPair) {
            return CanonicalJson.of(wellFormed(object));
        }
    }

    private static Object wellFormed(Object value) {
        return switch (value) {
            case String text -> Texts.wellFormed(text);
            case List<?> list -> list.stream().map(LogEntries::wellFormed).toList();
            case Map<?, ?> map -> {
                Map<String, Object> copy = new TreeMap<>();
                map.forEach((name, each) -> copy.put(Texts.wellFormed((String) name), wellFormed(each)));
                yield copy;
            }
            default -> value;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
