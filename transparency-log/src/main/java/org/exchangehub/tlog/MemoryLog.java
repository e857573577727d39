package org.exchangehub.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole log in memory: for small ones, and for those who put verifiers to the test. Signing is left to others. Not
 * safe for use by several threads while it grows.
 */
public final class MemoryLog {

    private final List<byte[]> entries = new ArrayList<>();
    private final Map<Integer, List<Hash>> nodes = new HashMap<>();
    private final Frontier frontier = new Frontier();

    /** A log of these entries. */
    public static MemoryLog of(List<byte[]> entries) {
        MemoryLog log = new MemoryLog();
        entries.forEach(log::append);
        return log;
    }

    public Hash append(byte[] entry) {
        Hash leaf = Hash.ofLeaf(entry);
        entries.add(entry.clone());
        frontier.append(leaf, (height, index, hash) -> {
            if (height % Tile.HEIGHT == 0) {
                nodes.computeIfAbsent(height / Tile.HEIGHT, level -> new ArrayList<>())
                        .add(hash);
            }
        });
        return leaf;
    }

    public long size() {
        return frontier.size();
    }

    /** Roots and proofs of every size it ever had. */
    public ProofBuilder proofs() {
        return new ProofBuilder(
                (level, first, count) -> nodes.getOrDefault(level, List.of()).subList((int) first, (int) first + count),
                size());
    }

    /** The tiles and entry bundles it publishes at its present size, by path (C2SP tlog-tiles). */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (long first = 0; first < size(); first += Tile.WIDTH) {
            Tile tile = Tile.holding(Tile.ENTRIES, first, size());
            files.put(tile.path(), EntryBundle.encode(entries.subList((int) first, (int) first + tile.width())));
        }
        nodes.forEach((level, hashes) -> {
            for (long first = 0; first < hashes.size(); first += Tile.WIDTH) {
                Tile tile = Tile.holding(level, first, size());
                byte[] bytes = new byte[tile.width() * Hash.LENGTH];
                for (int i = 0; i < tile.width(); i++) {
                    System.arraycopy(hashes.get((int) first + i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
                }
                files.put(tile.path(), bytes);
            }
        });
        return files;
    }
}
