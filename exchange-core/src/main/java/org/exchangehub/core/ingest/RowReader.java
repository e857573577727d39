package org.exchangehub.core.ingest;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a part row by row; throws {@link MalformedPart} where nothing after can be trusted. */
interface RowReader extends Closeable {

    /** The next row, null at the end. */
    @Nullable
    SourceRow next() throws IOException;
}
