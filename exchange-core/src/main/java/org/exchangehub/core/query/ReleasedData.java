package org.exchangehub.core.query;

import java.time.Clock;
import org.exchangehub.core.access.ServedData;
import org.exchangehub.core.publication.ReleaseHistory;
import org.springframework.stereotype.Component;

/** A dataset can be given out from its first release on. */
@Component
class ReleasedData implements ServedData {

    private final ReleaseHistory releases;
    private final Clock clock;

    ReleasedData(ReleaseHistory releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    public boolean holds(String dataset) {
        return releases.at(dataset, clock.instant()) > 0;
    }
}
