package org.exchangehub.benchmarks.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongFunction;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.tlog.Frontier;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.Tile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Entries as a city's hub has them, put into the log past its API: their hashes are those of the tree, as always. */
final class SyntheticLog {

    static final String[] KINDS = {"RECORD_READ", "RECORD_VERIFIED", "RECORDS_LISTED", "CHANGES_READ", "ACCESS_DENIED"};
    static final String[] PURPOSES = {"证照核发核验", "户籍业务办理", "不动产登记", "企业年报比对", "低保资格复核", "数据质量检查"};
    static final int DATASETS = 1_240;
    static final int DEPARTMENTS = 228;
    static final int CLIENTS = 665;

    private static final int GROUP = 20_000;

    private final HubUnderTest engines;

    SyntheticLog(HubUnderTest engines) {
        this.engines = engines;
    }

    /** An entry's leaf, canonical JSON; the same for the same index and instant. */
    static String leaf(long index, Instant at) {
        SplittableRandom random = new SplittableRandom(index);
        int kind = Math.min(random.nextInt(12), KINDS.length - 1);
        String trace = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        return "{\"at\":\"" + at + "\",\"dataset\":\"" + dataset(random.nextInt(DATASETS))
                + "\",\"fields\":[\"tyshxydm\",\"jgmc\",\"zt\",\"fddbrxm\"],\"grant\":\"" + id(index, 1)
                + "\",\"id\":\"" + id(index, 2) + "\",\"kind\":\"" + KINDS[kind] + "\",\"outcome\":\""
                + (kind == KINDS.length - 1 ? "DENIED" : "ALLOWED") + "\",\"purpose\":\""
                + PURPOSES[random.nextInt(PURPOSES.length)] + "\",\"rows\":" + random.nextInt(1, 500)
                + ",\"traceId\":\""
                + trace + "\",\"v\":1,\"who\":{\"client\":\"app-" + random.nextInt(CLIENTS)
                + "\",\"department\":\"" + department(random.nextInt(DEPARTMENTS)) + "\",\"subject\":\""
                + id(random.nextInt(CLIENTS), 3) + "\"}}";
    }

    static String dataset(int number) {
        return "102001-%06d".formatted(number);
    }

    static String department(int number) {
        return "department-" + number;
    }

    /** The document the hub makes of an entry. */
    static String document(long index, String leaf) {
        return "{\"index\":" + index + ",\"words\":\"" + member(leaf, "purpose") + " tyshxydm jgmc zt fddbrxm "
                + member(leaf, "kind") + " " + member(leaf, "dataset") + " \",\"leaf\":" + leaf + "}";
    }

    private static String member(String leaf, String name) {
        int from = leaf.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return leaf.substring(from, leaf.indexOf('"', from));
    }

    private static UUID id(long number, long what) {
        return new UUID(0x4000L | number << 16, 0x8000_0000_0000_0000L | what << 48 | number);
    }

    long size() {
        return Long.parseLong(engines.text("select size from hub.log_head"));
    }

    /** Appends entries as the hub does, in transactions of at most {@value #GROUP}. */
    void append(long count, LongFunction<Instant> at) {
        try (Connection connection = engines.connection()) {
            connection.setAutoCommit(false);
            for (long left = count; left > 0; left -= GROUP) {
                group(connection, (int) Math.min(left, GROUP), at);
                connection.commit();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void group(Connection connection, int count, LongFunction<Instant> at)
            throws SQLException, IOException {
        Frontier frontier = locked(connection);
        ByteArrayOutputStream entries = new ByteArrayOutputStream(count * 1_300);
        StringBuilder nodes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            long index = frontier.size();
            Instant instant = at.apply(index).truncatedTo(ChronoUnit.MICROS);
            byte[] leaf = leaf(index, instant).getBytes(StandardCharsets.UTF_8);
            Hash hash = Hash.ofLeaf(leaf);
            entries.writeBytes((index + "\t" + id(index, 2) + "\t" + instant + "\t\\\\x" + hash.hex() + "\t\\\\x"
                            + HexFormat.of().formatHex(leaf) + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            frontier.append(hash, (height, node, subtree) -> {
                if (height > 0 && height % Tile.HEIGHT == 0) {
                    nodes.append(height / Tile.HEIGHT)
                            .append('\t')
                            .append(node)
                            .append("\t\\\\x")
                            .append(subtree.hex())
                            .append('\n');
                }
            });
        }
        copy(connection, "hub.log_entry (index, fact, at, leaf_hash, entry)", entries.toByteArray());
        copy(connection, "hub.log_node (level, index, hash)", nodes.toString().getBytes(StandardCharsets.US_ASCII));
        moved(connection, frontier);
    }

    private static Frontier locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select size, roots from hub.log_head for update")) {
            row.next();
            byte[] roots = row.getBytes(2);
            List<Hash> hashes = new ArrayList<>();
            for (int from = 0; from < roots.length; from += Hash.LENGTH) {
                hashes.add(Hash.of(Arrays.copyOfRange(roots, from, from + Hash.LENGTH)));
            }
            return new Frontier(row.getLong(1), hashes);
        }
    }

    private static void copy(Connection connection, String target, byte[] rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
        copy.writeToCopy(rows, 0, rows.length);
        copy.endCopy();
    }

    private static void moved(Connection connection, Frontier frontier) throws SQLException {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        frontier.roots().forEach(root -> roots.writeBytes(root.bytes()));
        try (PreparedStatement head = connection.prepareStatement("update hub.log_head set size = ?, roots = ?")) {
            head.setLong(1, frontier.size());
            head.setBytes(2, roots.toByteArray());
            head.executeUpdate();
        }
    }
}
