/** Access: applications to use a dataset, the consent of both sides, grants, and the decision on every access. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"dispute", "work", "catalog", "contract", "identity", "audit", "life", "problem"})
package org.exchangehub.core.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
