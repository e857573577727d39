/**
 * The catalog: datasets with their statutory metadata, from draft through consent and two reviews to publication,
 * change and withdrawal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"work", "identity", "audit", "life", "problem"})
package org.exchangehub.core.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
