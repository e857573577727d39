/** How rows of one source become records of a standard schema: data, not code. */
@NullMarked
package org.exchangehub.schemas.mapping;

import org.jspecify.annotations.NullMarked;
