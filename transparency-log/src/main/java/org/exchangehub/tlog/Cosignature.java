package org.exchangehub.tlog;

import java.time.Instant;

/**
 * A witness's verified statement that a checkpoint was of the largest consistent tree it had seen.
 *
 * @param at when the witness says it was so, in whole seconds
 */
public record Cosignature(WitnessKey witness, Instant at) {}
