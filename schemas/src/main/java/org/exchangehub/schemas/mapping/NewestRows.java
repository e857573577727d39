package org.exchangehub.schemas.mapping;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest row of each key of a batch in two passes: {@link #offer} every row in order, then ask {@link #keeps}. Keeps
 * the first 128 bits of a digest and the order values per key, a bit per row, and no row; for one thread.
 */
public final class NewestRows {

    /** Keys held at most unless told otherwise; about 150 bytes each. */
    public static final int MOST_KEYS = 1_000_000;

    private record Key(long high, long low) {}

    private record Row(int number, List<@Nullable String> order) {}

    /** The batch has more keys than may be held; it is to be sent in smaller batches. */
    public static final class TooManyKeys extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyKeys(int most) {
            super("a batch of which only the newest rows count holds at most " + most
                    + " different keys; send it in parts or without \"newest\"");
        }
    }

    private final Mapping mapping;
    private final Newest newest;
    private final int mostKeys;
    private final Map<Key, Row> best = new HashMap<>();
    private final BitSet superseded = new BitSet();
    private final MessageDigest digest = sha256();
    private int rows;

    NewestRows(Mapping mapping, Newest newest, int mostKeys) {
        this.mapping = mapping;
        this.newest = newest;
        this.mostKeys = mostKeys;
    }

    /**
     * Takes the next row. A row without a whole key is kept: the checks will name it. Of equals the later one counts.
     *
     * @param row by the source's headers
     * @param mapped the same row by fields, as {@link Mapping#apply} gave it
     * @throws TooManyKeys when the limit is passed
     */
    public void offer(Map<String, ? extends @Nullable String> row, Map<String, ? extends @Nullable String> mapped) {
        int number = rows++;
        Key key = key(mapped);
        if (key == null) {
            return;
        }
        Row offered = new Row(number, mapping.order(newest, row, mapped));
        Row known = best.get(key);
        if (known == null) {
            if (best.size() >= mostKeys) {
                throw new TooManyKeys(mostKeys);
            }
            best.put(key, offered);
        } else if (compare(offered.order(), known.order()) >= 0) {
            superseded.set(known.number());
            best.put(key, offered);
        } else {
            superseded.set(number);
        }
    }

    /** Whether the row, counted from 0, is the newest of its key. */
    public boolean keeps(long row) {
        return row >= rows || !superseded.get(Math.toIntExact(row));
    }

    /** Rows that are not kept. */
    public long superseded() {
        return superseded.cardinality();
    }

    private @Nullable Key key(Map<String, ? extends @Nullable String> mapped) {
        digest.reset();
        for (String field : newest.by()) {
            String value = mapped.get(field);
            if (value == null) {
                return null;
            }
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
            digest.update(bytes);
        }
        ByteBuffer first = ByteBuffer.wrap(digest.digest());
        return new Key(first.getLong(), first.getLong());
    }

    /** Nothing is the oldest; numbers by their size, all else (days, times) by their characters. */
    private static int compare(List<@Nullable String> one, List<@Nullable String> other) {
        for (int i = 0; i < one.size(); i++) {
            int compared = compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static int compare(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        BigDecimal number = Texts.decimal(one);
        BigDecimal otherNumber = number == null ? null : Texts.decimal(other);
        return number == null || otherNumber == null ? one.compareTo(other) : number.compareTo(otherNumber);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
