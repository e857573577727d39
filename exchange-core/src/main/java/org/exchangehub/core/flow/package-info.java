/** Sources: what a department connects, and the NiFi flows the hub makes, runs and watches for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"lease", "catalog", "contract", "access", "identity", "audit", "problem"})
package org.exchangehub.core.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
