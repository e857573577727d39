/** Lineage: the way of a dataset's records from source to field to consumer, read from the packages that know its parts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "contract", "access", "flow", "identity", "problem"})
package org.exchangehub.core.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
