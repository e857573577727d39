/** Schemas bound, broken and rebuilt, and the registry's contract. */
@NullMarked
package org.exchangehub.core.contract;

import org.jspecify.annotations.NullMarked;
