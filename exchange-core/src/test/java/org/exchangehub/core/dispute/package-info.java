@NullMarked
package org.exchangehub.core.dispute;

import org.jspecify.annotations.NullMarked;
