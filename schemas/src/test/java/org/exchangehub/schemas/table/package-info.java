@NullMarked
package org.exchangehub.schemas.table;

import org.jspecify.annotations.NullMarked;
