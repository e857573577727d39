/** How good the data is: scorecards from what its exchange has shown, trends, and alerts about data not kept up to date. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ingest", "publication", "catalog", "identity", "audit", "problem", "lease"})
package org.exchangehub.core.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
