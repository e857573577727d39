/** The engines for integration tests: started when first asked for, once per run. */
@NullMarked
package org.exchangehub.engines.testing;

import org.jspecify.annotations.NullMarked;
