/** Checks of one value: what a schema's {@code hub.checks} may name, and the verdicts they give. */
@NullMarked
package org.exchangehub.schemas.check;

import org.jspecify.annotations.NullMarked;
