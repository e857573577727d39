/** Searching the catalog: how long searches take, with the search engine and without, and a dataset of many fields. */
@NullMarked
package org.exchangehub.benchmarks.catalog;

import org.jspecify.annotations.NullMarked;
