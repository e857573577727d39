/** Forms in which people write days, amounts, telephone numbers and addresses, read without guessing. */
@NullMarked
package org.exchangehub.schemas.forms;

import org.jspecify.annotations.NullMarked;
