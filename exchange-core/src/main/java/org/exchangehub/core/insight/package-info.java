/** What the hub knows of its own use, for those who review it: excerpts, ledgers, patterns. Reads only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"work", "identity", "audit", "problem", "lease"})
package org.exchangehub.core.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
