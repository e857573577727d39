package org.exchangehub.core.contract;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exchangehub.core.contract.BoundSchema.State;
import org.exchangehub.core.contract.SchemaRegistry.Compatibility;
import org.exchangehub.core.contract.SchemaRegistry.Registration;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an empty or restored registry back what our table says it should hold; runs once after the start. */
@Component
class RegistryRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRebuild.class);

    private final ContractVersions versions;
    private final SchemaRegistry registry;
    private final TransactionOperations transaction;
    private final AtomicBoolean done = new AtomicBoolean();

    RegistryRebuild(ContractVersions versions, SchemaRegistry registry, TransactionOperations transaction) {
        this.versions = versions;
        this.registry = registry;
        this.transaction = transaction;
    }

    /** Tries until the registry could be asked once for every dataset. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30S")
    void atStart() {
        if (done.get()) {
            return;
        }
        try {
            versions.datasets().forEach(this::restore);
            done.set(true);
        } catch (HubProblem unavailable) {
            LOG.warn("Cannot compare the schema registry with our schemas yet: {}", unavailable.getMessage());
        }
    }

    /** Registers what of a dataset's versions the registry lacks, oldest first. */
    void restore(String dataset) {
        transaction.executeWithoutResult(status -> {
            versions.lock(dataset);
            List<BoundSchema> all = versions.all(dataset);
            for (BoundSchema schema : all) {
                String text = schema.schema().avro().toString();
                if (registry.lookup(schema.subject(), text).isEmpty()) {
                    restore(schema, text);
                }
            }
        });
    }

    private void restore(BoundSchema schema, String text) {
        registry.setCompatibility(schema.subject(), Compatibility.NONE);
        if (registry.register(schema.subject(), text) instanceof Registration.Registered registered) {
            versions.registered(schema, registered.id());
            LOG.warn(
                    "The schema registry lacked {} version {}; registered again, id {} (was {})",
                    schema.subject(),
                    schema.version(),
                    registered.id(),
                    schema.registryId());
        } else {
            LOG.error("The schema registry does not take back {} version {}", schema.subject(), schema.version());
        }
        if (schema.state() == State.PUBLISHED) {
            registry.setCompatibility(schema.subject(), Compatibility.FULL_TRANSITIVE);
        }
    }
}
