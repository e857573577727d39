/** What a sample tells: a schema inferred from it, and a proposed mapping to the standard schema that fits it best. */
@NullMarked
package org.exchangehub.schemas.inference;

import org.jspecify.annotations.NullMarked;
