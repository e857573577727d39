/** Long work in the background: jobs with an owner, progress, a result that expires, and any instance to do them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "audit", "problem", "lease"})
package org.exchangehub.core.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
