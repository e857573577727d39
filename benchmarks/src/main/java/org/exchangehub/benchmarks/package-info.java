/** Measurements by JMH, run by {@code ./hub bench}, each with the conditions it was made under. */
@NullMarked
package org.exchangehub.benchmarks;

import org.jspecify.annotations.NullMarked;
