package org.exchangehub.core.parquet;

import java.io.IOException;

/** A file that is not Parquet, damaged, or costs more to read than the limits allow; says what was expected and found. */
public final class ParquetRefused extends IOException {

    private static final long serialVersionUID = 1L;

    ParquetRefused(String message) {
        super(message);
    }

    ParquetRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
