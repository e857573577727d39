package org.exchangehub.journeys.tampering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.exchangehub.journeys.tampering.Lie.Kind;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.EntryBundle;
import org.exchangehub.tlog.MemoryLog;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.Tile;
import org.jspecify.annotations.Nullable;

/**
 * Tells lies about a true log, every one another by its seed. A history that was changed is shown in several grades: the
 * entries alone, with tiles that fit, or with a checkpoint the operator signed anew; the last is shown only to somebody
 * who holds what contradicts it, for nobody else can know.
 */
public final class Liar {

    private final TrueLog log;
    private final Map<String, byte[]> files;
    private final Random random;
    private final ForgedPapers papers;

    public Liar(TrueLog log, long seed) {
        this.log = log;
        this.files = log.files();
        this.random = new Random(seed);
        this.papers = new ForgedPapers(log, random);
    }

    /** The truth, as all that an outsider may hold: no verifier may refuse any of it. */
    public List<Lie> truths() {
        long index = papers.anyReceipt();
        String receipt = log.receipts().get(index);
        return List.of(
                new Lie(Kind.EDIT, "the truth", files, log.earlier(), receipt, null, all()),
                new Lie(Kind.EDIT, "the truth", files, null, null, null, 0),
                papers.honest(index, all()),
                papers.honest(index, 0));
    }

    /** One more lie of a kind. */
    public Lie next(Kind kind) {
        return switch (kind) {
            case EDIT, DELETE, INSERT, SWAP, TRUNCATE, FORK -> history(kind);
            case ROLLBACK -> rollback();
            case KEY_SWAP -> papers.keySwap(files);
            case FORGED_RECEIPT -> papers.receipt();
            case FORGED_COSIGNATURE -> papers.cosignature(files);
            case FLIPPED_BIT -> flippedBit();
        };
    }

    private Lie history(Kind kind) {
        int size = log.entries().size();
        int grade = random.nextInt(kind == Kind.EDIT ? 6 : 5);
        // What was resigned is contradicted by the kept checkpoint only as far as that reaches.
        int at = random.nextInt(grade == 2 ? (int) log.earlierSize() : size);
        List<byte[]> entries = changed(kind, at);
        return switch (grade) {
            case 0 -> new Lie(kind, "entries only", entriesOnly(entries), log.earlier(), null, null, all());
            case 1 -> shown(kind, "with its tiles", entries, log.checkpoint(), null, null, 0);
            case 2 ->
                shown(kind, "resigned, against a kept checkpoint", entries, signed(entries), log.earlier(), null, 0);
            case 3 -> againstWitnesses(kind, entries);
            case 4 -> againstReceipt(kind, entries);
            default -> localEdit(at);
        };
    }

    private Lie againstReceipt(Kind kind, List<byte[]> entries) {
        String receipt = log.receipts().get(papers.anyReceipt());
        return shown(kind, "resigned, against a receipt", entries, signed(entries), null, receipt, 0);
    }

    private Lie againstWitnesses(Kind kind, List<byte[]> entries) {
        String note = random.nextBoolean() ? signed(entries) : papers.withOldCosignatures(signed(entries));
        return shown(kind, "resigned, against witnesses", entries, note, null, null, all());
    }

    private Lie shown(
            Kind kind,
            String how,
            List<byte[]> entries,
            String note,
            @Nullable String earlier,
            @Nullable String receipt,
            int quorum) {
        return new Lie(kind, how, TrueLog.published(MemoryLog.of(entries), note), earlier, receipt, null, quorum);
    }

    private List<byte[]> changed(Kind kind, int at) {
        List<byte[]> entries = new ArrayList<>(log.entries());
        switch (kind) {
            case EDIT -> entries.set(at, edited(entries.get(at)));
            case DELETE -> {
                entries.remove(at);
                // Another one at the end, so that no size tells.
                if (random.nextBoolean()) {
                    entries.add(edited(log.entries().getLast()));
                }
            }
            case INSERT -> {
                entries.add(at, edited(entries.get(at)));
                if (random.nextBoolean()) {
                    entries.removeLast();
                }
            }
            case SWAP -> {
                int other = at == 0 ? 1 : random.nextInt(at);
                entries.set(at, log.entries().get(other));
                entries.set(other, log.entries().get(at));
            }
            case TRUNCATE -> entries.subList(Math.max(1, at), entries.size()).clear();
            default -> {
                for (int i = at; i < entries.size(); i++) {
                    entries.set(i, edited(entries.get(i)));
                }
            }
        }
        return entries;
    }

    private byte[] edited(byte[] entry) {
        byte[] other = entry.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 + random.nextInt(255));
        return other;
    }

    /** The bundles of other entries, under the true tiles and the true checkpoint. */
    private Map<String, byte[]> entriesOnly(List<byte[]> entries) {
        Map<String, byte[]> shown = new TreeMap<>(files);
        shown.keySet().removeIf(path -> path.startsWith("tile/entries/"));
        MemoryLog.of(entries).files().forEach((path, content) -> {
            if (path.startsWith("tile/entries/")) {
                shown.put(path, content);
            }
        });
        return shown;
    }

    private Lie localEdit(int at) {
        Map<String, byte[]> shown = new TreeMap<>(files);
        Tile bundle = Tile.holding(Tile.ENTRIES, at, log.entries().size());
        int first = at - at % Tile.WIDTH;
        List<byte[]> entries = new ArrayList<>(log.entries().subList(first, first + bundle.width()));
        entries.set(at - first, edited(entries.get(at - first)));
        shown.put(bundle.path(), EntryBundle.encode(entries));
        return new Lie(Kind.EDIT, "one bundle only", shown, null, null, null, 0);
    }

    /** What an old backup holds was once true: only who holds something newer can tell. */
    private Lie rollback() {
        String old = log.older().get(random.nextInt(log.older().size()));
        int size = (int) Checkpoint.unverified(old).size();
        List<byte[]> entries = new ArrayList<>(log.entries().subList(0, size));
        if (random.nextBoolean()) {
            return shown(Kind.ROLLBACK, "against a kept checkpoint", entries, old, log.earlier(), null, 0);
        }
        if (random.nextBoolean()) {
            String receipt = log.receipts().get(papers.anyReceipt());
            return shown(Kind.ROLLBACK, "against a receipt", entries, old, null, receipt, 0);
        }
        while (entries.size() < log.entries().size() + 5) {
            entries.add(edited(log.entries().get(entries.size() % log.entries().size())));
        }
        return shown(Kind.ROLLBACK, "grown on differently", entries, signed(entries), log.earlier(), null, 0);
    }

    private Lie flippedBit() {
        Map<String, byte[]> shown = new TreeMap<>(files);
        List<String> paths = List.copyOf(shown.keySet());
        String path = paths.get(random.nextInt(paths.size()));
        byte[] content = files.getOrDefault(path, new byte[1]).clone();
        // The last bits of a base64 text may stand for nothing: those of a checkpoint's lines are left alone.
        int reach = path.equals("checkpoint")
                ? SignedNote.parse(content).text().getBytes(StandardCharsets.UTF_8).length
                : content.length;
        content[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
        shown.put(path, content);
        return new Lie(Kind.FLIPPED_BIT, "of " + path.replaceAll("\\d{3}.*", "…"), shown, null, null, null, all());
    }

    private int all() {
        return log.witnesses().size();
    }

    private String signed(List<byte[]> entries) {
        MemoryLog other = MemoryLog.of(entries);
        Checkpoint checkpoint =
                new Checkpoint(log.key().name(), other.size(), other.proofs().root(other.size()));
        return log.operator().sign(checkpoint.text()).encode();
    }
}
