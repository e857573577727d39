/** What a value is: its type, text for people in two languages, untrusted text read safely. */
@NullMarked
package org.exchangehub.schemas.value;

import org.jspecify.annotations.NullMarked;
