/** The engines the hub stands on, on one machine. */
@NullMarked
package org.exchangehub.engines;

import org.jspecify.annotations.NullMarked;
