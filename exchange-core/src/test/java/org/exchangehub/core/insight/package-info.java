@NullMarked
package org.exchangehub.core.insight;

import org.jspecify.annotations.NullMarked;
