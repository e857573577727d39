package org.exchangehub.core.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * Whose ledger is wanted; in a body, because an address is written down in many places.
 *
 * @param kind of subject: {@code PERSON}, {@code ENTERPRISE} or {@code RECORD}
 * @param identifier of a person or enterprise: the citizen's number or the unified social credit code
 * @param dataset of a record
 * @param key of a record: values of all key fields
 * @param after index of the last entry known; null to begin with the first
 * @param limit entries at most, 1 to 500; 100 when null
 */
record LedgerRequest(
        @Nullable String kind,
        @Nullable String identifier,
        @Nullable String dataset,
        @Nullable Map<String, String> key,
        @Nullable Long after,
        @Nullable Integer limit) {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    /** Refuses with {@code REQUEST_INVALID} what names nobody; what was found is never repeated, for it is personal. */
    DataSubject subject() {
        return switch (kind == null ? "" : kind) {
            case "PERSON" -> new DataSubject.Person(given("/identifier", identifier));
            case "ENTERPRISE" -> new DataSubject.Enterprise(given("/identifier", identifier));
            case "RECORD" -> {
                if (key == null || key.isEmpty()) {
                    throw invalid("/key", "values of all key fields", null);
                }
                yield new DataSubject.Keyed(given("/dataset", dataset), new TreeMap<>(key));
            }
            default -> throw invalid("/kind", "PERSON, ENTERPRISE or RECORD", kind);
        };
    }

    long behind() {
        return after == null ? -1 : after;
    }

    int most() {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > MOST) {
            throw invalid("/limit", "1 to " + MOST, Integer.toString(wanted));
        }
        return wanted;
    }

    private static String given(String pointer, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > 200) {
            throw invalid(pointer, "1 to 200 characters", null);
        }
        return value.strip();
    }

    private static HubProblem invalid(String pointer, String expected, @Nullable String found) {
        return new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "A ledger is of a person, an enterprise or a record",
                List.of(new FieldError(pointer, expected, found)));
    }
}
