/** How a value is shown to someone who may not see it in clear, and the tokens that stand for identifiers. */
@NullMarked
package org.exchangehub.schemas.masking;

import org.jspecify.annotations.NullMarked;
