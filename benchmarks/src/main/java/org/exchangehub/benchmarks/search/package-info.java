/** Searching the access log: how fast its projection is made, how far behind it is, and how long searches take. */
@NullMarked
package org.exchangehub.benchmarks.search;

import org.jspecify.annotations.NullMarked;
