package org.exchangehub.core.flow;

import java.time.Clock;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.ServiceClients;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a source's flow what the source says: client, process group, parameters, started. Its steps can be repeated, and
 * a crash between any two is mended by doing all of them again with a new key pair; only a database password or an API's key
 * cannot be had again without the steward.
 */
@Component
class Provisioner {

    private static final Logger log = LoggerFactory.getLogger(Provisioner.class);

    private final SourceRepository repository;
    private final ServiceClients clients;
    private final NifiFlows flows;
    private final FlowTemplates templates;
    private final Clock clock;

    Provisioner(
            SourceRepository repository,
            ServiceClients clients,
            NifiFlows flows,
            FlowTemplates templates,
            Clock clock) {
        this.repository = repository;
        this.clients = clients;
        this.flows = flows;
        this.templates = templates;
        this.clock = clock;
    }

    /** Refuses with {@code FLOW_ENGINE_UNAVAILABLE} while no flow can be made. */
    void requireReachable() {
        flows.requireReachable();
    }

    /**
     * Provisions a source in state PROVISIONING and answers with it as it has become: RUNNING, waiting or FAILED.
     *
     * @param who asked for it
     */
    Source provision(Source source, @Nullable String secret, Who who) {
        try {
            SourceKeys keys = SourceKeys.generate(source.client(), clock.instant());
            clients.create(source.client(), source.department(), keys.certificatePem(), who);
            String group = flows.find(source.client())
                    .orElseGet(() -> flows.create(source.client(), templates.definition(source)));
            flows.setParameters(group, templates.parameters(source, keys, secret));
            flows.start(group);
            return repository.save(source.provisioned(group));
        } catch (NifiRefused refused) {
            log.warn("NiFi refused the flow of source {}: {}", source.code(), refused.getMessage());
            return repository.save(source.failed(Sentences.refused(refused)));
        } catch (HubProblem unavailable) {
            LocalizedText waiting = Sentences.waiting(unavailable.getMessage());
            log.warn("Source {} waits: {}", source.code(), unavailable.getMessage());
            return repository.save(
                    source.needsSecret() ? source.failed(Sentences.enterAgain(waiting)) : source.waiting(waiting));
        }
    }

    /** Goes on with what an instance has left unfinished. */
    void resume(Source source) {
        switch (source.state()) {
            case DELETING -> remove(source, Who.HUB);
            case PROVISIONING -> {
                if (source.needsSecret()) {
                    repository.save(source.failed(Sentences.enterAgain(Sentences.INTERRUPTED)));
                } else {
                    provision(source, null, Who.HUB);
                }
            }
            case RUNNING, STOPPED, FAILED -> {}
        }
    }

    void start(Source source) {
        flows.start(group(source));
    }

    void stop(Source source) {
        flows.stop(group(source));
    }

    /** Removes the flow, the client and then the source itself; false when it has to be tried again later. */
    boolean remove(Source source, Who who) {
        try {
            flows.find(source.client()).ifPresent(flows::delete);
            clients.delete(source.client(), who);
            repository.remove(source.code());
            return true;
        } catch (NifiRefused | HubProblem hindered) {
            log.warn("Source {} cannot be removed yet: {}", source.code(), hindered.getMessage());
            return false;
        }
    }

    private static String group(Source source) {
        String group = source.processGroup();
        if (group == null) {
            throw new NifiRefused(409, "source " + source.code() + " has no flow");
        }
        return group;
    }
}
