package org.exchangehub.core.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.WitnessKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The log's witnesses, each asked on a thread of its own, and what they have cosigned. */
@Component
class Witnesses implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofMillis(400);

    private final LogStore store;
    private final Cosignatures cosignatures;
    private final List<Cosigner> cosigners;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    @Autowired
    Witnesses(AuditSettings settings, LogStore store, Cosignatures cosignatures, Lease lease) {
        this(settings.witnesses(), store, cosignatures, lease);
    }

    Witnesses(List<WitnessSettings> settings, LogStore store, Cosignatures cosignatures, Lease lease) {
        long names = settings.stream().map(WitnessSettings::name).distinct().count();
        long keys = settings.stream().map(WitnessSettings::vkey).distinct().count();
        if (names != settings.size() || keys != settings.size()) {
            throw new IllegalArgumentException("hub.audit.witnesses: each name and each vkey may stand there once");
        }
        this.store = store;
        this.cosignatures = cosignatures;
        this.cosigners = settings.stream()
                .map(witness -> new Cosigner(witness, store, cosignatures, lease))
                .toList();
    }

    /**
     * A checkpoint and the cosignatures of the configured witnesses on it.
     *
     * @param note the checkpoint with all its signatures
     * @param cosigned how many of them have cosigned it
     * @param of how many there are
     */
    record Witnessed(String note, int cosigned, int of) {}

    /**
     * One witness.
     *
     * @param size of the last checkpoint it cosigned; absent when it never did
     * @param at when that was
     * @param problem what is wrong with it, seen from this instance
     */
    record Standing(
            String name,
            String vkey,
            @Nullable Long size,
            @Nullable Instant at,
            @Nullable String problem) {}

    /** The newest checkpoint; empty while there is none. */
    Optional<Witnessed> newest() {
        return store.checkpoint().map(this::witnessed);
    }

    /** Of the checkpoints that cover an entry the one most witnesses cosigned, else the newest. */
    Optional<Witnessed> covering(long index) {
        List<WitnessKey> keys = keys();
        Optional<String> cosigned = keys.isEmpty() ? Optional.empty() : cosignatures.mostCosigned(index, keys);
        return cosigned.or(store::checkpoint)
                .filter(note -> Checkpoint.unverified(note).size() > index)
                .map(this::witnessed);
    }

    /** Whether a cosignature may be expected within a moment. */
    boolean answering() {
        return cosigners.stream().anyMatch(cosigner -> cosigner.problem().isEmpty());
    }

    List<Standing> standing() {
        return cosigners.stream().map(this::standing).toList();
    }

    private Standing standing(Cosigner cosigner) {
        WitnessSettings witness = cosigner.witness();
        Cosignatures.Last last = cosignatures.last(witness.key()).orElse(null);
        return new Standing(
                witness.name(),
                witness.vkey(),
                last == null ? null : last.size(),
                last == null ? null : last.at(),
                cosigner.problem().orElse(null));
    }

    private Witnessed witnessed(String note) {
        SignedNote signed = SignedNote.parse(note);
        SignedNote cosigned = cosigners.isEmpty()
                ? signed
                : cosignatures.on(signed, Checkpoint.parse(signed.text()).size());
        long count = keys().stream().filter(key -> key.on(cosigned).isPresent()).count();
        return new Witnessed(cosigned.encode(), (int) count, cosigners.size());
    }

    private List<WitnessKey> keys() {
        return cosigners.stream().map(cosigner -> cosigner.witness().key()).toList();
    }

    private void ask(Cosigner cosigner) {
        try {
            while (running) {
                cosigner.offer();
                Thread.sleep(cosigner.problem().isPresent() ? cosigner.pause() : LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        for (Cosigner cosigner : cosigners) {
            String name = "witness " + cosigner.witness().name();
            threads.add(Thread.ofVirtual().name(name).start(() -> ask(cosigner)));
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
