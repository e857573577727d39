@NullMarked
package org.exchangehub.core.lineage;

import org.jspecify.annotations.NullMarked;
