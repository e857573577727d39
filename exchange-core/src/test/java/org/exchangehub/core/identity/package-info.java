@NullMarked
package org.exchangehub.core.identity;

import org.jspecify.annotations.NullMarked;
