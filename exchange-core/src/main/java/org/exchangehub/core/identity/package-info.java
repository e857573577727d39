/** Who calls: callers, their roles and departments, and the clients the hub provisions in the identity provider. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "problem"})
package org.exchangehub.core.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
