/** A city's sizes, and what others notice of heavy work (TARGETS, P10 and P11). */
@NullMarked
package org.exchangehub.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
