/** What it costs that nothing leaves without a grant and an entry in the log (TARGETS P2). */
@NullMarked
package org.exchangehub.benchmarks.governance;

import org.jspecify.annotations.NullMarked;
