/** Generated residents that the measurements work on. */
@NullMarked
package org.exchangehub.benchmarks.population;

import org.jspecify.annotations.NullMarked;
