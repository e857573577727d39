/** The rows of Parquet files, read in a process of its own so that a hostile file harms nothing: see decision 0010. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package org.exchangehub.core.parquet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
