/** The hub command: what a person types. */
@NullMarked
package org.exchangehub.cli;

import org.jspecify.annotations.NullMarked;
