/** P5 and P6: how fast the access log takes entries, and how fast an outsider verifies them. */
@NullMarked
package org.exchangehub.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
