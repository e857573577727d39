package org.exchangehub.core.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.exchangehub.core.problem.Serving;
import org.exchangehub.core.problem.Trace;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as the access log is told of it.
 *
 * @param dataset resource code of the dataset concerned
 * @param mode the way out of the hub: {@code QUERY}, {@code VERIFY}, {@code CHANGES}, {@code EXPORT}
 * @param purpose what the caller said the access is for
 * @param basis the law or duty it rests on, as the grant states it (Decree 809, Art. 20)
 * @param fields names of the fields asked for or given
 * @param filterShape the filter's fields and operators without its values
 * @param decision id of the policy decision it rests on
 * @param policyVersion the policy epoch of that decision
 * @param rows how many rows were given
 * @param bytes how many bytes were released, before any compression on the way
 * @param durationMillis from the request's arrival to this fact
 * @param subjects keys of the persons or enterprises concerned; the log stores keyed tokens of them only
 * @param details what else an auditor needs, nothing personal in it
 * @param personal what is personal: committed to with a salt, its text erasable
 * @param traceId the request's trace id
 */
public record AuditFact(
        Auditable kind,
        Outcome outcome,
        Who who,
        @Nullable String dataset,
        @Nullable String mode,
        @Nullable String purpose,
        @Nullable String basis,
        @Nullable UUID grant,
        @Nullable UUID decision,
        @Nullable Long policyVersion,
        List<String> fields,
        @Nullable String filterShape,
        @Nullable Long rows,
        @Nullable Long bytes,
        @Nullable Long durationMillis,
        List<String> subjects,
        SortedMap<String, String> details,
        SortedMap<String, String> personal,
        @Nullable String traceId) {

    /** Name, among what is personal, of the end user the caller asks for. */
    public static final String ON_BEHALF_OF = "onBehalfOf";

    /** Name, among what is personal, of the digest of what was released. */
    public static final String DIGEST = "digest";

    public AuditFact {
        fields = List.copyOf(fields);
        subjects = List.copyOf(subjects);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
    }

    /**
     * A fact whose outcome is {@link Outcome#ALLOWED} unless said otherwise, with the trace id of the request that this thread
     * serves, how long that has taken, and for whom the caller says it asks.
     */
    public static Builder of(Auditable kind, Who who) {
        return new Builder(kind, who);
    }

    /** Collects what a fact says; every part but kind and who is optional. */
    public static final class Builder {

        private final Auditable kind;
        private final Who who;
        private Outcome outcome = Outcome.ALLOWED;
        private @Nullable String dataset;
        private @Nullable String mode;
        private @Nullable String purpose;
        private @Nullable String basis;
        private @Nullable UUID grant;
        private @Nullable UUID decision;
        private @Nullable Long policyVersion;
        private List<String> fields = List.of();
        private @Nullable String filterShape;
        private @Nullable Long rows;
        private @Nullable Long bytes;
        private @Nullable Long durationMillis;
        private final List<String> subjects = new ArrayList<>();
        private final SortedMap<String, String> details = new TreeMap<>();
        private final SortedMap<String, String> personal = new TreeMap<>();
        private @Nullable String traceId = Trace.id();

        private Builder(Auditable kind, Who who) {
            this.kind = kind;
            this.who = who;
            personal(ON_BEHALF_OF, Serving.onBehalfOf());
        }

        public Builder outcome(Outcome value) {
            this.outcome = value;
            return this;
        }

        public Builder dataset(@Nullable String value) {
            this.dataset = value;
            return this;
        }

        public Builder mode(Enum<?> value) {
            this.mode = value.name();
            return this;
        }

        public Builder purpose(@Nullable String value) {
            this.purpose = value;
            return this;
        }

        public Builder basis(@Nullable String value) {
            this.basis = value;
            return this;
        }

        public Builder decision(UUID value, long version) {
            this.decision = value;
            this.policyVersion = version;
            return this;
        }

        public Builder grant(@Nullable UUID value) {
            this.grant = value;
            return this;
        }

        public Builder fields(List<String> value) {
            this.fields = List.copyOf(value);
            return this;
        }

        public Builder filterShape(@Nullable String value) {
            this.filterShape = value;
            return this;
        }

        public Builder rows(long value) {
            this.rows = value;
            return this;
        }

        /** What is about to be released, whole. */
        public Builder released(byte[] body) {
            return released(body.length, sha256(body));
        }

        /**
         * What was released.
         *
         * @param sha256 digest of its bytes. It counts as personal: what an answer of few fields says could be found out by trying
         */
        public Builder released(long length, byte[] sha256) {
            this.bytes = length;
            return personal(DIGEST, "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        }

        public Builder durationMillis(long value) {
            this.durationMillis = value;
            return this;
        }

        public Builder subject(String key) {
            subjects.add(key);
            return this;
        }

        public Builder subjects(List<String> keys) {
            subjects.addAll(keys);
            return this;
        }

        public Builder detail(String name, @Nullable Object value) {
            if (value != null) {
                details.put(name, value.toString());
            }
            return this;
        }

        public Builder details(Map<String, String> values) {
            details.putAll(values);
            return this;
        }

        public Builder personal(String name, @Nullable String value) {
            if (value != null) {
                personal.put(name, value);
            }
            return this;
        }

        public Builder traceId(@Nullable String value) {
            this.traceId = value;
            return this;
        }

        public AuditFact build() {
            return new AuditFact(
                    kind,
                    outcome,
                    who,
                    dataset,
                    mode,
                    purpose,
                    basis,
                    grant,
                    decision,
                    policyVersion,
                    fields,
                    filterShape,
                    rows,
                    bytes,
                    durationMillis == null ? Serving.millis() : durationMillis,
                    subjects,
                    details,
                    personal,
                    traceId);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
