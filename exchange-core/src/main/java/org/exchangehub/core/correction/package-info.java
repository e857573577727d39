/** Corrections (校核): a consumer flags a field of a record, the provider verifies and corrects it, and who received it is told. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "dispute",
            "work",
            "publication",
            "access",
            "catalog",
            "contract",
            "identity",
            "audit",
            "life",
            "problem"
        })
package org.exchangehub.core.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
