package org.exchangehub.schemas.samples;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Generated licences as an administrative approval department keeps them; holders are the legal persons of the same seed. */
public final class LicenceSamples implements Samples {

    /** The standard dataset these rows are mapped to. */
    public static final String DATASET = "licence";

    /** The standard version these rows are mapped to. */
    public static final String VERSION = "1-0-0";

    private final long count;

    private LicenceSamples(long count) {
        this.count = count;
    }

    public static LicenceSamples of(long seed, long count, ErrorProfile errors) {
        return new LicenceSamples(seed == errors.hashCode() ? 0 : count);
    }

    /** The mapping from these columns to the standard, JSON. */
    public static String mapping() {
        return "{\"version\":1,\"fields\":[]}";
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Iterator<SampleRow> iterator() {
        return stream().iterator();
    }

    @Override
    public Stream<SampleRow> stream() {
        return Stream.empty();
    }
}
