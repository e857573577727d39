package org.exchangehub.schemas.canonical;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The digest of a set of records, whatever their order, kept up as records come and go: a lattice hash (LtHash of 1 024 sums
 * modulo 2^16; Bellare and Micciancio 1997, Lewi and others 2019, IACR 2019/227). Two sets have the same digest if and only if they
 * hold the same records, as far as anyone can compute. No record may be in it twice: a dataset's key sees to that. For one thread.
 */
public final class DatasetDigest {

    private static final String DOMAIN = "exchange-hub dataset v1\n";
    private static final int SUMS = 1_024;
    private static final int STATE = Long.BYTES + SUMS * Short.BYTES;

    private final short[] sums = new short[SUMS];
    private final short[] term = new short[SUMS];
    private final byte[] stream = new byte[SUMS * Short.BYTES];
    private final KeyStream keys = new KeyStream();
    private long records;

    /** Of no records. */
    public DatasetDigest() {}

    /** Goes on where another left off. */
    public static DatasetDigest ofState(byte[] state) {
        if (state.length != STATE) {
            throw new IllegalArgumentException("a state has " + STATE + " bytes, found " + state.length);
        }
        DatasetDigest digest = new DatasetDigest();
        ByteBuffer in = ByteBuffer.wrap(state);
        digest.records = in.getLong();
        in.asShortBuffer().get(digest.sums);
        return digest;
    }

    /** A record, by its digest, is there from now on. */
    public void add(Digest record) {
        expand(record);
        for (int i = 0; i < SUMS; i++) {
            sums[i] += term[i];
        }
        records++;
    }

    /** A record, by its digest, is gone. It may be told before the record is added. */
    public void remove(Digest record) {
        expand(record);
        for (int i = 0; i < SUMS; i++) {
            sums[i] -= term[i];
        }
        records--;
    }

    /** All records of another part of the same set. */
    public void add(DatasetDigest part) {
        for (int i = 0; i < SUMS; i++) {
            sums[i] += part.sums[i];
        }
        records += part.records;
    }

    /** How many records there are; below 0 while more have been removed than added. */
    public long records() {
        return records;
    }

    /**
     * SHA-256 of {@code "exchange-hub dataset v1\n"} and the {@link #state}.
     *
     * @throws IllegalStateException when more records were removed than added
     */
    public Digest digest() {
        if (records < 0) {
            throw new IllegalStateException("expected at least as many records added as removed, found " + records);
        }
        return Digest.of(DOMAIN, state());
    }

    /**
     * 2 056 bytes to go on from: the number of records in eight bytes and the sums in two bytes each, most significant first. Not
     * for publication: the difference of two states tells which records changed to whoever can guess them.
     */
    public byte[] state() {
        ByteBuffer out = ByteBuffer.allocate(STATE).putLong(records);
        out.asShortBuffer().put(sums);
        return out.array();
    }

    /** The record's own term: the ChaCha20 key stream (RFC 8439) under its digest as key, nonce and counter zero. */
    private void expand(Digest record) {
        keys.fill(record.bytes(), stream);
        ByteBuffer.wrap(stream).asShortBuffer().get(term);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatasetDigest that && records == that.records && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sums) + Long.hashCode(records);
    }
}
