package org.exchangehub.core.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.AppClients;
import org.exchangehub.schemas.SchemaRefused;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.minimisation.Treatment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what decisions rest on from the database and compiles it. */
@Component
class PolicyLoader implements PolicySource {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyLoader.class);

    private final GrantRepository grants;
    private final PolicyEpoch epoch;
    private final Catalog catalog;
    private final Contracts contracts;
    private final AppClients clients;

    PolicyLoader(GrantRepository grants, PolicyEpoch epoch, Catalog catalog, Contracts contracts, AppClients clients) {
        this.grants = grants;
        this.epoch = epoch;
        this.catalog = catalog;
        this.contracts = contracts;
        this.clients = clients;
    }

    @Override
    public List<String> granted() {
        return grants.datasets();
    }

    @Override
    public List<String> changedSince(long known) {
        return epoch.changedSince(known);
    }

    @Override
    public Map<String, CompiledDataset> compile(List<String> codes) {
        Map<String, CompiledDataset> compiled = new HashMap<>();
        Set<String> revoked = Set.copyOf(clients.revoked());
        catalog.all(codes).forEach((code, dataset) -> compiled.put(code, compile(dataset, revoked)));
        return compiled;
    }

    private CompiledDataset compile(Dataset dataset, Set<String> revoked) {
        Optional<StandardSchema> schema = dataset.published() ? schema(dataset.code()) : Optional.empty();
        Map<String, Treatment> ownerFields = new HashMap<>();
        List<CompiledGrant> compiled = new ArrayList<>();
        schema.ifPresent(known -> {
            ownerFields.putAll(Minimised.owner(known));
            for (Grant grant : grants.ofDataset(dataset.code())) {
                CompiledGrant.of(grant, known)
                        .ifPresentOrElse(
                                compiled::add,
                                () -> LOG.error(
                                        "Grant {} allows nothing: a field of its row filter is not in the schema of {}",
                                        grant.id(),
                                        dataset.code()));
            }
        });
        return CompiledDataset.of(
                dataset.code(), dataset.department(), schema.isPresent(), ownerFields, compiled, revoked);
    }

    /** A stored schema this version cannot read closes its own dataset and no other. */
    private Optional<StandardSchema> schema(String dataset) {
        try {
            return contracts.published(dataset).map(BoundSchema::schema);
        } catch (SchemaRefused refused) {
            LOG.error("Dataset {} cannot be accessed: {}", dataset, refused.getMessage());
            return Optional.empty();
        }
    }
}
