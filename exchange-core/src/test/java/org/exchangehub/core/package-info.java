/** Tests of the hub as a whole: its shell, its boundaries and its style. */
@NullMarked
package org.exchangehub.core;

import org.jspecify.annotations.NullMarked;
