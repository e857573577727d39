@NullMarked
package org.exchangehub.core.life;

import org.jspecify.annotations.NullMarked;
