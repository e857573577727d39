package org.exchangehub.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.exchangehub.core.access.DecisionStep.Steps;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Decides on every access, in process and without a call to anybody; what nothing allows is denied. It knows the grants
 * as of a policy epoch that is confirmed several times a second; once it has been unconfirmed for a second it decides
 * nothing any more.
 */
@Service
public class PolicyEngine {

    /** For how long a confirmation counts. */
    static final Duration CONFIRMED_FOR = Duration.ofSeconds(1);

    /** What is known, and since which epoch. */
    private record Known(long epoch, Map<String, CompiledDataset> datasets) {}

    private final PolicySource source;
    private final Clock clock;
    private final ZoneId zone;
    private final LongSupplier nanos;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Known known = new Known(0, Map.of());
    private volatile @Nullable Long confirmedAt;

    @Autowired
    PolicyEngine(PolicySource source, Clock clock, ZoneId zone) {
        this(source, clock, zone, System::nanoTime);
    }

    PolicyEngine(PolicySource source, Clock clock, ZoneId zone, LongSupplier nanos) {
        this.source = source;
        this.clock = clock;
        this.zone = zone;
        this.nanos = nanos;
    }

    /**
     * Decides on a request.
     *
     * @throws HubProblem {@code POLICY_UNCONFIRMED} when it is not sure that what it knows still holds
     */
    public Decision decide(AccessRequest request) {
        return decide(request, Steps.NONE);
    }

    /** The same, every step told: why somebody can see something, by what decides it. */
    Decision decide(AccessRequest request, Steps steps) {
        requireConfirmed();
        Ruling ruling = new Ruling(UUID.randomUUID(), known.epoch(), steps);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        CompiledDataset dataset = known.datasets().get(request.dataset());
        if (dataset == null && CompiledDataset.mayOwn(request.caller())) {
            dataset = loaded(request.dataset());
        }
        return dataset == null ? CompiledDataset.noGrant(request, ruling) : dataset.decide(request, today, ruling);
    }

    /** The moment from which a confirmation counts: to be taken before the epoch is read. */
    long now() {
        return nanos.getAsLong();
    }

    /**
     * Takes note that this was the current epoch at that moment, after having loaded what changed since the last one.
     *
     * @param asOf a value of {@link #now()}
     */
    void confirm(long epoch, long asOf) {
        if (epoch != known.epoch()) {
            load(epoch);
        }
        confirmedAt = asOf;
    }

    /** The epoch whose changes this instance has loaded. */
    long epoch() {
        return known.epoch();
    }

    private void requireConfirmed() {
        Long confirmed = confirmedAt;
        if (confirmed == null || nanos.getAsLong() - confirmed > CONFIRMED_FOR.toNanos()) {
            throw new HubProblem(
                    ErrorCode.POLICY_UNCONFIRMED,
                    "The hub cannot confirm at present that its grants are up to date; try again in some seconds.");
        }
    }

    private void load(long epoch) {
        loading.lock();
        try {
            Known before = known;
            List<String> codes = before.epoch() == 0 ? source.granted() : source.changedSince(before.epoch());
            Map<String, CompiledDataset> datasets = new HashMap<>(before.datasets());
            codes.forEach(datasets::remove);
            datasets.putAll(source.compile(codes));
            known = new Known(epoch, Map.copyOf(datasets));
        } finally {
            loading.unlock();
        }
    }

    /** A dataset nobody holds a grant for, looked up when its owner first asks. */
    private @Nullable CompiledDataset loaded(String code) {
        loading.lock();
        try {
            Known before = known;
            CompiledDataset dataset = before.datasets().get(code);
            if (dataset == null) {
                dataset = source.compile(List.of(code)).get(code);
            }
            if (dataset != null) {
                Map<String, CompiledDataset> datasets = new HashMap<>(before.datasets());
                datasets.put(code, dataset);
                known = new Known(before.epoch(), Map.copyOf(datasets));
            }
            return dataset;
        } finally {
            loading.unlock();
        }
    }
}
