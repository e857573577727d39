/** Ways out of the hub: records read, listed, verified and exported under a grant, each answer with evidence before its first byte. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"work", "publication", "access", "catalog", "contract", "identity", "audit", "problem"})
package org.exchangehub.core.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
