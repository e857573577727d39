/** Steps of a flow that brings a department's records to the hub: map, validate, publish. */
@NullMarked
package org.exchangehub.nifi;

import org.jspecify.annotations.NullMarked;
