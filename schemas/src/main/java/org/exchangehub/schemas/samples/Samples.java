package org.exchangehub.schemas.samples;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows made from a seed: the same seed and size give the same rows, in constant memory and from any row on. */
public abstract sealed class Samples implements Iterable<SampleRow>
        permits AddressSamples,
                FloatingPopulationSamples,
                HouseSamples,
                LegalPersonSamples,
                LicenceSamples,
                RealEstateUnitSamples,
                ResidentPopulationSamples {

    private static final long ROW = 0x5DEE_CE66_D123_4567L;
    private static final long ERROR = 0x2545_F491_4F6C_DD1DL;

    private final long seed;
    private final long count;
    private final double rate;
    private final List<InjectedError> errors;

    /** @param possible the errors this kind of table can have; others of the profile are left out */
    Samples(long seed, long count, ErrorProfile errors, Set<InjectedError> possible) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, found " + count);
        }
        this.seed = seed;
        this.count = count;
        this.rate = errors.rate();
        this.errors = errors.errors().stream().filter(possible::contains).toList();
        if (rate > 0 && this.errors.isEmpty()) {
            throw new IllegalArgumentException("expected errors among " + possible + ", found " + errors.errors());
        }
    }

    /** The source's column names: pinyin abbreviations, Chinese headings or paths within an object. */
    public abstract List<String> columns();

    /** The name of the table, workbook or interface at the department. */
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
        Consequence consequence = error == null ? Consequence.NONE : inject(row, error);
        return new SampleRow(number, row.values(), error, consequence.rules(), consequence.warnings());
    }

    /** The row's values by its columns, in their order. */
    public Map<String, String> byColumn(SampleRow row) {
        List<String> columns = columns();
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.values().get(i));
        }
        return values;
    }

    /** The errors that rows may have. */
    public List<InjectedError> errors() {
        return errors;
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
    abstract Consequence inject(SourceRow row, InjectedError error);

    private @Nullable InjectedError injected(long number) {
        InjectedError error = drawn(number);
        boolean alone = error != InjectedError.DUPLICATE_KEY || (number > 1 && drawn(number - 1) == null);
        return alone ? error : null;
    }

    private @Nullable InjectedError drawn(long number) {
        Dice dice = new Dice(seed ^ ERROR, number);
        return dice.chance(rate) ? dice.pick(errors) : null;
    }
}
