/** Published datasets as typed, versioned tables: releases, current rows and what changed between them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "contract", "identity", "audit", "problem"})
package org.exchangehub.core.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
