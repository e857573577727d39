package org.exchangehub.core.ingest;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Failures that a batch most likely has no part in: however often they come, it is not given up for them. One that does
 * cause them, being too large for the disk, comes again after ever longer pauses until a steward cancels it.
 */
final class Outage {

    private Outage() {}

    /**
     * Whether the database (SQLSTATE classes 08, connection exception, 53, insufficient resources, 57, operator intervention,
     * 58, system error) or the spool's file system was out of order.
     */
    static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return outOfOrder(sql.getSQLState());
            }
            if (cause instanceof FileSystemException) {
                return !(cause instanceof NoSuchFileException);
            }
        }
        return false;
    }

    /** A state that is not there comes from the pool, which had no connection to give. */
    private static boolean outOfOrder(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }
}
