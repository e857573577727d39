package org.exchangehub.core.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an open case keeps from expiring.
 *
 * @param caseId the case, as the package that handles it names it
 * @param reason why, for whoever looks at the hold
 * @param placedBy the subject who placed it
 * @param releasedAt when it was released; null while it holds
 */
public record Hold(
        UUID id,
        Scope scope,
        String caseId,
        String reason,
        String placedBy,
        Instant placedAt,
        @Nullable Instant releasedAt) {

    /** Which entries are held. */
    public sealed interface Scope {

        /** Entries by index, both ends included. */
        record Range(long first, long last) implements Scope {

            public Range {
                if (first < 0 || last < first) {
                    throw new IllegalArgumentException(
                            "a range of entries runs from 0 or more upwards, found " + first + " to " + last);
                }
            }
        }

        /** A caller's entries by index, both ends included; everybody else's in between are not held. */
        record Callers(String client, String account, long first, long last) implements Scope {

            public Callers {
                if (first < 0 || last < first) {
                    throw new IllegalArgumentException(
                            "a range of entries runs from 0 or more upwards, found " + first + " to " + last);
                }
            }
        }

        /** All entries, those to come too, with a subject's keyed token ({@code <year>:<base64url>}). */
        record Subject(String token) implements Scope {

            public Subject {
                if (!token.matches("\\d{4}:[\\w-]{22}")) {
                    throw new IllegalArgumentException(
                            "a subject's token is <year>:<22 characters>, found another form");
                }
            }
        }
    }
}
