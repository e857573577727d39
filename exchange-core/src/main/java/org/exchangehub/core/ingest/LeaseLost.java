package org.exchangehub.core.ingest;

/** Another instance has taken the batch over; whatever this one did for it must come to nothing. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Leases.Lease lease) {
        super("Batch " + lease.batch() + " is no longer ours, fence " + lease.fence() + " is old");
    }
}
