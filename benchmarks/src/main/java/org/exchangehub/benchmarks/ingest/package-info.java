/** Validated ingest beside raw COPY, a bare merge, pgloader and NiFi's own processors (TARGETS, P4). */
@NullMarked
package org.exchangehub.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
