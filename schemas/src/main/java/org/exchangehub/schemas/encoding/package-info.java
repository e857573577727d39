/** Records on streams: Avro binary and containers, the Confluent wire format, JSON and CSV, read from anyone and written for all. */
@NullMarked
package org.exchangehub.schemas.encoding;

import org.jspecify.annotations.NullMarked;
