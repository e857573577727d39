/** The access log from outside: verifying, exporting, and witnessing it. */
@NullMarked
package org.exchangehub.cli.audit;

import org.jspecify.annotations.NullMarked;
