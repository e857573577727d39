/** What only one of several instances may do at a time: leases by the database's clock, fenced by a token. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.exchangehub.core.lease;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
