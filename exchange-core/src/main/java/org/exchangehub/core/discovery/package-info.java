/**
 * Finding datasets: a projection of the catalog in the search engine, searches by Chinese and English words, by pinyin and by
 * facets, in an order that is data; while the engine is away the catalog's own tables answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"search", "lease", "catalog", "contract", "identity", "audit", "problem"})
package org.exchangehub.core.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
