@NullMarked
package org.exchangehub.core.discovery;

import org.jspecify.annotations.NullMarked;
