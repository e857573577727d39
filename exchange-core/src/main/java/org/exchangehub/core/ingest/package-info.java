/** Batches of records on their way in: spooled, checked at the trust boundary, quarantined or published, receipted. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "lease",
            "publication",
            "flow",
            "catalog",
            "contract",
            "parquet",
            "identity",
            "audit",
            "problem"
        })
package org.exchangehub.core.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
