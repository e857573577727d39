/** What every integration test of the hub stands on: a running hub, callers, and a client that speaks as them. */
@NullMarked
package org.exchangehub.core.testing;

import org.jspecify.annotations.NullMarked;
