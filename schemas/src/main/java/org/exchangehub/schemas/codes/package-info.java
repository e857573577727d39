/** Code lists of the national standards, as resources that name where they come from. */
@NullMarked
package org.exchangehub.schemas.codes;

import org.jspecify.annotations.NullMarked;
