package org.exchangehub.core.audit;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log is the one that was signed before; while it is not, nothing is released and health says so. */
@Component("accessLog")
class LogStanding implements HealthIndicator {

    private final CheckpointSigner signer;
    private final SelfCheck selfCheck;
    private final LogWriter writer;

    LogStanding(CheckpointSigner signer, SelfCheck selfCheck, LogWriter writer) {
        this.signer = signer;
        this.selfCheck = selfCheck;
        this.writer = writer;
    }

    /** Why the log must not go on, if it must not. */
    Optional<String> refusal() {
        return signer.refusal().or(selfCheck::refusal);
    }

    @Override
    public Health health() {
        return Stream.of(refusal(), writer.refusal())
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> Health.down().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
