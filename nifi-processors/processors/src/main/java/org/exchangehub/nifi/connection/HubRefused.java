package org.exchangehub.nifi.connection;

import java.util.Set;

/** The hub, or the identity server, said no; saying it again would not help. */
public final class HubRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> ABOUT_THE_SETTING = Set.of(401, 403, 404);

    private final int status;
    private final String code;

    public HubRefused(int status, String code, String detail) {
        super(status + " " + code + ": " + detail);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** The problem's stable code, e.g. {@code BATCH_INCOMPLETE}; the status when the answer named none. */
    public String code() {
        return code;
    }

    /** Whether it is no judgement on the data but on who asks and for what: once that is put right the same data may pass. */
    public boolean aboutTheSetting() {
        return ABOUT_THE_SETTING.contains(status);
    }
}
