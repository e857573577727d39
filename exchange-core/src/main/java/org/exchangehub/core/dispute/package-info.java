/** Disputes between departments in three stages, whatever they are about: negotiation, the authority, the government. */
@NullMarked
@ApplicationModule(allowedDependencies = {"work", "identity", "audit", "life", "problem"})
package org.exchangehub.core.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
