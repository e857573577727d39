/** The access log: a verifiable transparency log of every access, denial and act of administration. */
@NullMarked
@ApplicationModule(allowedDependencies = {"lease", "search", "problem"})
package org.exchangehub.core.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
