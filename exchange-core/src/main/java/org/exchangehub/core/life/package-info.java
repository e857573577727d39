/** What everything with a life in the hub has in common: an id, one table of moves, and of two moves at once one wins. */
@NullMarked
@ApplicationModule(allowedDependencies = "problem")
package org.exchangehub.core.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
