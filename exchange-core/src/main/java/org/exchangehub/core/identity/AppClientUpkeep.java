package org.exchangehub.core.identity;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the identity provider in line: disables revoked clients there and takes keys away whose overlap is over, within a minute;
 * while it is down, later. Instances keep out of each other's way by row locks.
 */
@Component
class AppClientUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(AppClientUpkeep.class);

    private final AppClientRepository repository;
    private final ServiceClients provider;
    private final KeycloakRealm keycloak;
    private final AuditOutbox outbox;
    private final TransactionTemplate transaction;

    AppClientUpkeep(
            AppClientRepository repository,
            ServiceClients provider,
            KeycloakRealm keycloak,
            AuditOutbox outbox,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.provider = provider;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void run() {
        if (!keycloak.configured()) {
            return;
        }
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> disableOne() || endKeysOfOne()))) {
                LOG.debug("one client brought in line");
            }
        } catch (HubProblem unavailable) {
            LOG.warn("The identity provider's clients are brought in line later: {}", unavailable.getMessage());
        }
    }

    /** At once, on a thread of its own: the revocation is in force already and its answer need not wait. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AppClientRevoked revoked) {
        Thread.ofVirtual().name("revoke-" + revoked.client()).start(this::run);
    }

    private boolean disableOne() {
        Optional<String> client = repository.untold();
        client.ifPresent(id -> {
            provider.disable(id);
            repository.told(id);
        });
        return client.isPresent();
    }

    private boolean endKeysOfOne() {
        Optional<String> client = repository.withEndedKeys();
        client.ifPresent(id -> {
            String ended = String.join(",", repository.removeEndedKeys(id));
            outbox.add(AuditFact.of(Auditable.CLIENT_KEYS_ENDED, Who.HUB)
                    .detail("client", id)
                    .detail("keys", ended)
                    .build());
            provider.setKeys(id, repository.jwks(id));
        });
        return client.isPresent();
    }
}
