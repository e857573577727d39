/** Measured figures beside their targets, and what they were measured under. */
@NullMarked
package org.exchangehub.benchmarks.report;

import org.jspecify.annotations.NullMarked;
