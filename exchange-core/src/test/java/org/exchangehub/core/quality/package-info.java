@NullMarked
package org.exchangehub.core.quality;

import org.jspecify.annotations.NullMarked;
