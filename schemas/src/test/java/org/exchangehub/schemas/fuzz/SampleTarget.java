package org.exchangehub.schemas.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.exchangehub.schemas.inference.Sample;
import org.exchangehub.schemas.inference.SampleFormat;

/** A file of a source in each format it could be: read within the limits, or refused in a sentence. */
final class SampleTarget {

    private static final Sample.Limits LIMITS = new Sample.Limits(50, 20, 2_000);
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_VALUE = 4_000;

    private SampleTarget() {}

    static void take(byte[] input) {
        for (SampleFormat format : SampleFormat.values()) {
            try {
                bounded(Sample.read(new ByteArrayInputStream(input), format, LIMITS));
            } catch (Sample.Unreadable e) {
                Broken.unlessShort(e.getMessage(), LONGEST_MESSAGE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void bounded(Sample sample) {
        Broken.unless(
                sample.rows().size() <= LIMITS.rows(), "… rows", sample.rows().size());
        Broken.unless(
                sample.headers().size() <= LIMITS.columns(),
                "… columns",
                sample.headers().size());
        sample.rows().forEach(row -> {
            Broken.unless(row.size() == sample.headers().size(), "… values", row.size());
            row.forEach(value -> Broken.unless(value.length() <= LONGEST_VALUE, "a value of …", value.length()));
        });
    }
}
