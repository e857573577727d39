@NullMarked
package org.exchangehub.core.audit;

import org.jspecify.annotations.NullMarked;
