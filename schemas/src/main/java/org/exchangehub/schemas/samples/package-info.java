/** Deterministic, standards-valid Chinese sample data with known errors, for demonstrations, tests and benchmarks. */
@NullMarked
package org.exchangehub.schemas.samples;

import org.jspecify.annotations.NullMarked;
