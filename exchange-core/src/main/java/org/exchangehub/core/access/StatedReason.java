package org.exchangehub.core.access;

import org.jspecify.annotations.Nullable;

/** Why something is done that is done for a reason only: 1 to 1 000 characters. */
record StatedReason(@Nullable String reason) {}
