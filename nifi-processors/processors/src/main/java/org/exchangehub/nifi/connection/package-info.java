/** How NiFi talks to the hub: with a client's own key, patiently, and refusing clearly. */
@NullMarked
package org.exchangehub.nifi.connection;

import org.jspecify.annotations.NullMarked;
