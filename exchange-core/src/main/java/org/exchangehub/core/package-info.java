/** The hub: a modular monolith, one package per step of the data's way. */
@NullMarked
package org.exchangehub.core;

import org.jspecify.annotations.NullMarked;
