/** What hostile input must not do to this library, as properties a fuzzer tries to break: {@code ./hub fuzz}. */
@NullMarked
package org.exchangehub.schemas.fuzz;

import org.jspecify.annotations.NullMarked;
