package org.exchangehub.journeys.faults;

import org.jspecify.annotations.Nullable;

/**
 * One generated row of a batch.
 *
 * @param op I, U or D; means something in changes only
 * @param bad whether its field {@code staff} is no number, so that the hub has to quarantine it
 */
record Line(String op, String id, String owner, long staff, boolean bad) {

    static final String HEADER = "id,owner,staff";

    /** What a published record holds beside its key. */
    record Value(@Nullable String owner, @Nullable Long staff) {}

    Value value() {
        return new Value(owner, staff);
    }

    boolean deletes() {
        return op.equals("D");
    }

    String json(boolean withOp) {
        return "{" + (withOp ? "\"_op\":\"" + op + "\"," : "") + "\"id\":\"" + id + "\",\"owner\":\"" + owner
                + "\",\"staff\":" + (bad ? "\"many\"" : staff) + "}";
    }

    String csv(boolean withOp) {
        return (withOp ? op + "," : "") + id + "," + owner + "," + (bad ? "many" : staff);
    }
}
