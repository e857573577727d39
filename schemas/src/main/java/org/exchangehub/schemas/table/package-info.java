/** Tables as their owners write them, row by row as text under the owners' own column names, and such tables mapped to a standard. */
@NullMarked
package org.exchangehub.schemas.table;

import org.jspecify.annotations.NullMarked;
