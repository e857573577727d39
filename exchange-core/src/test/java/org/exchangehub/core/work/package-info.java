@NullMarked
package org.exchangehub.core.work;

import org.jspecify.annotations.NullMarked;
