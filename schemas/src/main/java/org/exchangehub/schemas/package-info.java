/** Standard schemas, and the checking of whole records against them. */
@NullMarked
package org.exchangehub.schemas;

import org.jspecify.annotations.NullMarked;
