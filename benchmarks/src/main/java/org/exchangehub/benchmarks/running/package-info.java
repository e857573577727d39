/** The engines a measurement runs against: PostgreSQL and exchange-core in processes of their own, and what they use. */
@NullMarked
package org.exchangehub.benchmarks.running;

import org.jspecify.annotations.NullMarked;
