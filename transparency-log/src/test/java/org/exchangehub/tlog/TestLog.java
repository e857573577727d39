package org.exchangehub.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An honest little log in memory, and the files it would publish. */
final class TestLog {

    static final String ORIGIN = "hub.example/log";

    private final List<byte[]> entries = new ArrayList<>();
    private final Map<Integer, List<Hash>> nodes = new HashMap<>();
    private final Frontier frontier = new Frontier();
    final NoteSigner signer;

    TestLog() {
        this(signer(ORIGIN));
    }

    TestLog(String origin) {
        this(signer(origin));
    }

    /** A log under the key of another, as an operator who lies would keep it. */
    TestLog(NoteSigner signer) {
        this.signer = signer;
    }

    static NoteSigner signer(String name) {
        return NoteSigner.of(name, key());
    }

    static CosignatureSigner witness(String name) {
        return CosignatureSigner.of(name, key());
    }

    private static PrivateKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Hash append(byte[] entry) {
        Hash leaf = Hash.ofLeaf(entry);
        entries.add(entry);
        frontier.append(leaf, (height, index, hash) -> {
            if (height % Tile.HEIGHT == 0) {
                nodes.computeIfAbsent(height / Tile.HEIGHT, level -> new ArrayList<>())
                        .add(hash);
            }
        });
        return leaf;
    }

    TestLog grownTo(int size) {
        while (entries.size() < size) {
            append(("entry " + entries.size()).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    long size() {
        return frontier.size();
    }

    ProofBuilder proofs() {
        return new ProofBuilder(
                (level, first, count) -> nodes.getOrDefault(level, List.of()).subList((int) first, (int) first + count),
                size());
    }

    String checkpoint() {
        return checkpoint(size());
    }

    String checkpoint(long size) {
        return signed(new Checkpoint(signer.key().name(), size, proofs().root(size)));
    }

    String signed(Checkpoint checkpoint) {
        return signer.sign(checkpoint.text()).encode();
    }

    String receipt(long index) {
        return new TlogProof(index, proofs().inclusion(index, size()), checkpoint()).encode();
    }

    /** What the log publishes, by path; to be tampered with. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("checkpoint", checkpoint().getBytes(StandardCharsets.UTF_8));
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

    static TileSource source(Map<String, byte[]> files) {
        return path -> Optional.ofNullable(files.get(path));
    }
}
