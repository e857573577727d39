/** The catalog: datasets with their statutory metadata, from draft through the authority's review to publication. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "audit", "problem"})
package org.exchangehub.core.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
