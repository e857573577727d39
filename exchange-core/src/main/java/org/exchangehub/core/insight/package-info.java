/** What the hub knows of its own use, for those who review it: excerpts, and unusual use as cases to handle. Reads of the rest only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"work", "catalog", "identity", "audit", "problem", "lease"})
package org.exchangehub.core.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
