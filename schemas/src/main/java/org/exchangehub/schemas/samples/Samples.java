package org.exchangehub.schemas.samples;

import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows made from a seed: the same seed and size give the same rows, in constant memory and from any row on. */
public abstract sealed class Samples implements Iterable<SampleRow> permits LegalPersonSamples, LicenceSamples {

    private static final long ROW = 0x5DEE_CE66_D123_4567L;
    private static final long ERROR = 0x2545_F491_4F6C_DD1DL;

    private final long seed;
    private final long count;
    private final ErrorProfile errors;

    Samples(long seed, long count, ErrorProfile errors) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, found " + count);
        }
        this.seed = seed;
        this.count = count;
        this.errors = errors;
    }

    /** The source's column names, pinyin abbreviations. */
    public abstract List<String> columns();

    /** The table's name at the department. */
    public abstract String table();

    /** The column that grows with every row, {@code yyyy-MM-dd HH:mm:ss}. */
    public String incrementalColumn() {
        return "gxsj";
    }

    /** One row, counted from 1; also beyond {@link #count()}, as a department goes on writing. */
    public SampleRow row(long number) {
        InjectedError error = injected(number);
        SourceRow row = new SourceRow(columns());
        fill(row, number, error == InjectedError.DUPLICATE_KEY ? number - 1 : number, new Dice(seed ^ ROW, number));
        List<String> rules = error == null ? List.of() : inject(row, error);
        return new SampleRow(number, row.values(), error, rules);
    }

    /** Number of rows. */
    public long count() {
        return count;
    }

    public Stream<SampleRow> stream() {
        return LongStream.rangeClosed(1, count).mapToObj(this::row);
    }

    @Override
    public Iterator<SampleRow> iterator() {
        return stream().iterator();
    }

    long seed() {
        return seed;
    }

    /** @param keyNumber the row whose key it bears */
    abstract void fill(SourceRow row, long number, long keyNumber, Dice dice);

    /** Spoils a right row and says which rules will find it. */
    abstract List<String> inject(SourceRow row, InjectedError error);

    private @Nullable InjectedError injected(long number) {
        InjectedError error = drawn(number);
        boolean alone = error != InjectedError.DUPLICATE_KEY || (number > 1 && drawn(number - 1) == null);
        return alone ? error : null;
    }

    private @Nullable InjectedError drawn(long number) {
        Dice dice = new Dice(seed ^ ERROR, number);
        return dice.chance(errors.rate()) ? dice.pick(errors.errors()) : null;
    }
}
