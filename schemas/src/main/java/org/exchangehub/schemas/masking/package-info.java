/** How a value is shown to someone who may not see it in clear. */
@NullMarked
package org.exchangehub.schemas.masking;

import org.jspecify.annotations.NullMarked;
