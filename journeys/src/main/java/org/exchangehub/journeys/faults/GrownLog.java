package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.tampering.Lie;
import org.exchangehub.journeys.tampering.TrueLog;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteSigner;
import org.exchangehub.tlog.Quorum;
import org.exchangehub.tlog.Tile;
import org.exchangehub.tlog.TlogProof;
import org.exchangehub.tlog.WitnessKey;

/** A log as real callers make it grow, exported as an outsider would, with what outsiders kept meanwhile. */
final class GrownLog {

    private static final int CALLERS = 16;
    private static final int ROUNDS = 6;
    private static final int RECEIPTS = 60;
    private static final int TRIES = 300;

    private final Bed bed;
    private final List<WitnessKey> witnesses;
    private final Random random;
    private final Wire wire = new Wire();
    private final Actor auditor;
    private final List<String> checkpoints = new ArrayList<>();

    GrownLog(Bed bed, List<WitnessKey> witnesses, long seed) {
        this.bed = bed;
        this.witnesses = witnesses;
        this.random = new Random(seed);
        this.auditor = bed.cast.person("audit-admin");
    }

    /** Lets it grow by so many calls, each of which is an entry, in rounds with a checkpoint after each. */
    void grow(int calls) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            long before = checkpoints.isEmpty() ? 0 : size(checkpoints.getLast());
            call(calls / ROUNDS);
            checkpoints.add(cosigned(before + 1));
        }
    }

    /** Fetches receipts, and then the whole log. */
    TrueLog exported() throws IOException, InterruptedException {
        Map<Long, String> receipts = receipts(size(checkpoints.getLast()));
        LogVerifier verifier = verifier(bed.instances.getFirst());
        Checkpoint head = verifier.verify();
        String newest = cosigned(head.size());
        if (!Checkpoint.unverified(newest).equals(head)) {
            throw new IOException("the log grew while it was exported");
        }
        int kept = checkpoints.size() / 2;
        return new TrueLog(
                entries(verifier, head.size()),
                newest,
                checkpoints.get(kept),
                checkpoints.subList(0, kept),
                receipts,
                operator(),
                witnesses);
    }

    /** What an instance shows now, to one who kept the newest checkpoint of before and to one who demands witnesses. */
    List<Lie> shown(Instance instance, TrueLog before) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        ServedTiles served = new ServedTiles(instance.port(), auditor);
        Checkpoint head = new LogVerifier(operator().key(), path -> {
                    Optional<byte[]> content = served.read(path);
                    content.ifPresent(bytes -> files.put(path, bytes));
                    return content;
                })
                .verify();
        String how = "a database set back to " + head.size() + " entries";
        return List.of(
                new Lie(Lie.Kind.ROLLBACK, how, files, before.checkpoint(), null, null, 0),
                new Lie(
                        Lie.Kind.ROLLBACK,
                        how,
                        files,
                        null,
                        null,
                        null,
                        before.witnesses().size()));
    }

    private LogVerifier verifier(Instance instance) throws IOException {
        return new LogVerifier(operator().key(), new ServedTiles(instance.port(), auditor));
    }

    private NoteSigner operator() throws IOException {
        Path secrets = bed.stack.state().secrets();
        String vkey = Files.readString(secrets.resolve("audit/log.vkey")).strip();
        return NoteSigner.fromPem(vkey.substring(0, vkey.indexOf('+')), secrets.resolve("audit/log.key.pem"));
    }

    /** Calls that are denied, each with an entry of its own, to both instances at once. */
    private void call(int calls) throws InterruptedException, IOException {
        Actor caller = bed.cast.person("market-steward");
        String token = caller.token();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < calls; i++) {
                Instance instance = bed.instances.get(i % bed.instances.size());
                String path = "/api/v1/audit/entries/" + random.nextInt(1000);
                answers.add(callers.submit(
                        () -> wire.send(instance.port(), token, Call.get(path)).status()));
            }
        }
        for (Future<Integer> answer : answers) {
            try {
                if (answer.get() != 403) {
                    throw new IOException("expected every call to be denied, found " + answer.get());
                }
            } catch (ExecutionException failed) {
                throw new IOException(failed.getCause());
            }
        }
    }

    /** The checkpoint once it has so many entries and all witnesses have cosigned it. */
    private String cosigned(long size) throws IOException, InterruptedException {
        Quorum all = new Quorum(witnesses, witnesses.size());
        String last = "";
        for (int tried = 0; tried < TRIES; tried++) {
            last = wire.send(bed.instances.getFirst().port(), "", Call.get("/log/checkpoint"))
                    .json()
                    .asText();
            if (size(last) >= size && met(all, last)) {
                return last;
            }
            Thread.sleep(100);
        }
        throw new IOException("no checkpoint of " + size + " entries was cosigned by all; the last one was\n" + last);
    }

    private static boolean met(Quorum quorum, String note) {
        try {
            quorum.verify(note);
            return true;
        } catch (LogRefused notYet) {
            return false;
        }
    }

    private Map<Long, String> receipts(long size) throws IOException {
        Quorum all = new Quorum(witnesses, witnesses.size());
        Map<Long, String> receipts = new HashMap<>();
        while (receipts.size() < RECEIPTS) {
            long index = random.nextLong(size);
            Optional<String> receipt = receipt(index);
            receipt.filter(text -> met(all, TlogProof.parse(text).checkpoint()))
                    .ifPresent(text -> receipts.put(index, text));
        }
        return receipts;
    }

    private Optional<String> receipt(long index) throws IOException {
        Wire.Reply reply = wire.send(
                bed.instances.getLast().port(),
                auditor.token(),
                Call.get("/api/v1/audit/entries/" + index + "/receipt"));
        return reply.status() == 200 ? Optional.of(reply.json().asText()) : Optional.empty();
    }

    private static List<byte[]> entries(LogVerifier verifier, long size) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (long first = 0; first < size; first += Tile.WIDTH) {
            entries.addAll(verifier.entries(Tile.holding(Tile.ENTRIES, first, size)));
        }
        return entries;
    }

    private static long size(String note) {
        return Checkpoint.unverified(note).size();
    }
}
