package org.exchangehub.core.problem;

import org.jspecify.annotations.Nullable;

/** Versions as entity tags (RFC 9110, 8.8.3 and 13.1.1). */
public final class EntityVersion {

    private EntityVersion() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version the caller has read, as the header If-Match names it; refuses when it is missing or no such tag. */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new HubProblem(ErrorCode.PRECONDITION_REQUIRED, "If-Match must carry the ETag this was read with.");
        }
        String version = ifMatch.replace("W/", "").replace("\"", "").strip();
        if (!version.matches("[0-9]{1,9}")) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED, "If-Match " + ifMatch + " is no ETag of this; read it again.");
        }
        return Integer.parseInt(version);
    }
}
