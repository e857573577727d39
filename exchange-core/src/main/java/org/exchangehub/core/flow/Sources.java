package org.exchangehub.core.flow;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** The sources of all datasets. */
@Service
public class Sources {

    private final SourceRepository repository;

    Sources(SourceRepository repository) {
        this.repository = repository;
    }

    /**
     * The source that works with a client: what ingest asks before it lets the client write. A source's client may
     * write batches of its own dataset and nothing else.
     */
    public Optional<Source> ofClient(String clientId) {
        return clientId.startsWith(Source.clientOf(""))
                ? repository.find(clientId.substring(Source.clientOf("").length()))
                : Optional.empty();
    }
}
