/** Journeys through the whole hub on the real engines. */
@NullMarked
package org.exchangehub.journeys;

import org.jspecify.annotations.NullMarked;
