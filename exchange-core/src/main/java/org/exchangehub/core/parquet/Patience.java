package org.exchangehub.core.parquet;

import java.time.Duration;

/**
 * How long the hub waits for the process that reads a file.
 *
 * @param silence between two pieces of what it writes; its start counts, and all it must read before its first row
 * @param life from its start to its end, the hub's own work on the rows included
 */
record Patience(Duration silence, Duration life) {

    static final Patience STANDARD = new Patience(Duration.ofMinutes(1), Duration.ofHours(2));
}
