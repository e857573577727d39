/** Parquet files, friendly and hostile. */
@NullMarked
package org.exchangehub.core.parquet;

import org.jspecify.annotations.NullMarked;
