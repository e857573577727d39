/** Tests of sources and their flows. */
@NullMarked
package org.exchangehub.core.flow;

import org.jspecify.annotations.NullMarked;
