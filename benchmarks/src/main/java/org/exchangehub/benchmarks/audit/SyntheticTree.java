package org.exchangehub.benchmarks.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.exchangehub.tlog.Frontier;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.NodeSource;
import org.exchangehub.tlog.ProofBuilder;
import org.exchangehub.tlog.Proofs;
import org.exchangehub.tlog.Tile;

/**
 * A tree of random leaf hashes with all the nodes its tiles store, on disk, a file for each level, read tile by tile. Entries
 * there are none: an inclusion proof needs hashes only.
 */
final class SyntheticTree implements NodeSource, AutoCloseable {

    private static final int LEVELS = 5;
    private static final double MILLI = 1e6;

    private final long size;
    private final Hash root;
    private final FileChannel[] levels = new FileChannel[LEVELS];

    /** Makes one of so many leaves in a directory; at 10^8 that takes 3.2 GB. */
    SyntheticTree(Path directory, long size) {
        this.size = size;
        Frontier frontier = new Frontier();
        OutputStream[] out = new OutputStream[LEVELS];
        try {
            for (int level = 0; level < LEVELS; level++) {
                out[level] = new BufferedOutputStream(Files.newOutputStream(file(directory, level)), 1 << 20);
            }
            SplittableRandom random = new SplittableRandom(1);
            byte[] leaf = new byte[Hash.LENGTH];
            for (long index = 0; index < size; index++) {
                random.nextBytes(leaf);
                frontier.append(Hash.of(leaf), (height, node, hash) -> {
                    if (height % Tile.HEIGHT == 0) {
                        write(out[height / Tile.HEIGHT], hash);
                    }
                });
            }
            for (int level = 0; level < LEVELS; level++) {
                out[level].close();
                levels[level] = FileChannel.open(file(directory, level));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.root = frontier.root();
    }

    private static Path file(Path directory, int level) {
        return directory.resolve("synthetic-level-" + level);
    }

    private static void write(OutputStream out, Hash hash) {
        try {
            out.write(hash.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Hash> nodes(int level, long first, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Hash.LENGTH);
        try {
            int read = levels[level].read(bytes, first * Hash.LENGTH);
            List<Hash> hashes = new ArrayList<>(count);
            for (int at = 0; at + Hash.LENGTH <= read; at += Hash.LENGTH) {
                hashes.add(Hash.of(Arrays.copyOfRange(bytes.array(), at, at + Hash.LENGTH)));
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Proves leaves chosen at random, each proof from tiles read anew and then verified; milliseconds each, verifying not counted. */
    List<Double> proven(int proofs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> millis = new ArrayList<>(proofs);
        for (int proof = 0; proof < proofs; proof++) {
            long index = random.nextLong(size);
            long begun = System.nanoTime();
            List<Hash> path = new ProofBuilder(this, size).inclusion(index, size);
            millis.add((System.nanoTime() - begun) / MILLI);
            Proofs.verifyInclusion(index, size, nodes(0, index, 1).getFirst(), path, root);
        }
        return millis;
    }

    @Override
    public void close() {
        try {
            for (FileChannel level : levels) {
                level.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
