@NullMarked
package org.exchangehub.core.correction;

import org.jspecify.annotations.NullMarked;
