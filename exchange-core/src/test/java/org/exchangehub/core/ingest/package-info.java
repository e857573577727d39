/** Batches sent to a running hub, well-formed and hostile. */
@NullMarked
package org.exchangehub.core.ingest;

import org.jspecify.annotations.NullMarked;
