/** The flows the hub instantiates in NiFi, one definition for each kind of source. */
@NullMarked
package org.exchangehub.nifi.flows;

import org.jspecify.annotations.NullMarked;
