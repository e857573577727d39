/** Tests of the ways out. */
@NullMarked
package org.exchangehub.core.query;

import org.jspecify.annotations.NullMarked;
