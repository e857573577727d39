/** The standard schema each dataset is bound to: its versions, their compatibility and the schema registry. */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "parquet", "identity", "audit", "problem"})
package org.exchangehub.core.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
