/** Logs people and applications in the way browsers and services do, for the demonstration and for tests. */
@NullMarked
package org.exchangehub.engines.login;

import org.jspecify.annotations.NullMarked;
