/** Every refusal the hub gives, as RFC 9457 problem details with a stable code; pages and entity tags, which refuse what is not theirs. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.exchangehub.core.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
