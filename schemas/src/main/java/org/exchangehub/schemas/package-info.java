/** Standard schemas and what makes a record conform to them: checks, mapping and masking. */
@NullMarked
package org.exchangehub.schemas;

import org.jspecify.annotations.NullMarked;
