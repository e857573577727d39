package org.exchangehub.core.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.exchangehub.core.problem.Trace;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as the access log is told of it.
 *
 * @param dataset resource code of the dataset concerned
 * @param purpose what the caller said the access is for
 * @param fields names of the fields asked for or given
 * @param filterShape the filter's fields and operators without its values
 * @param rows how many rows were given
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
        @Nullable String purpose,
        @Nullable UUID grant,
        List<String> fields,
        @Nullable String filterShape,
        @Nullable Long rows,
        List<String> subjects,
        SortedMap<String, String> details,
        SortedMap<String, String> personal,
        @Nullable String traceId) {

    public AuditFact {
        fields = List.copyOf(fields);
        subjects = List.copyOf(subjects);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
    }

    /** A fact whose outcome is {@link Outcome#ALLOWED} unless said otherwise, with the current request's trace id. */
    public static Builder of(Auditable kind, Who who) {
        return new Builder(kind, who);
    }

    /** Collects what a fact says; every part but kind and who is optional. */
    public static final class Builder {

        private final Auditable kind;
        private final Who who;
        private Outcome outcome = Outcome.ALLOWED;
        private @Nullable String dataset;
        private @Nullable String purpose;
        private @Nullable UUID grant;
        private List<String> fields = List.of();
        private @Nullable String filterShape;
        private @Nullable Long rows;
        private final List<String> subjects = new ArrayList<>();
        private final SortedMap<String, String> details = new TreeMap<>();
        private final SortedMap<String, String> personal = new TreeMap<>();
        private @Nullable String traceId = Trace.id();

        private Builder(Auditable kind, Who who) {
            this.kind = kind;
            this.who = who;
        }

        public Builder outcome(Outcome value) {
            this.outcome = value;
            return this;
        }

        public Builder dataset(@Nullable String value) {
            this.dataset = value;
            return this;
        }

        public Builder purpose(@Nullable String value) {
            this.purpose = value;
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
                    purpose,
                    grant,
                    fields,
                    filterShape,
                    rows,
                    subjects,
                    details,
                    personal,
                    traceId);
        }
    }
}
