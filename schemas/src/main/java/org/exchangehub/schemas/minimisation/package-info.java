/** What a grant's terms leave of each field of a schema: hidden, for lookups, masked or clear. The one place where it is decided. */
@NullMarked
package org.exchangehub.schemas.minimisation;

import org.jspecify.annotations.NullMarked;
