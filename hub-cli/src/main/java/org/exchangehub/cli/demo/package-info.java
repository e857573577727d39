/** The demonstration: five departments share data under control, told as it happens. */
@NullMarked
package org.exchangehub.cli.demo;

import org.jspecify.annotations.NullMarked;
