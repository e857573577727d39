/**
 * Fault suites, run by {@code ./hub faults}: real engines and two instances of the hub under load are broken on purpose, while
 * an oracle outside the hub writes down every acknowledgement and compares once everything has recovered. No build runs them.
 */
@NullMarked
package org.exchangehub.journeys.faults;

import org.jspecify.annotations.NullMarked;
