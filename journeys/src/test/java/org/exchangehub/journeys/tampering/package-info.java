@NullMarked
package org.exchangehub.journeys.tampering;

import org.jspecify.annotations.NullMarked;
