/** Elasticsearch, for the packages that keep searchable projections of what PostgreSQL holds; it being down stops none of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.exchangehub.core.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
