/** The identifiers of the national standards: their forms and check characters, without a word about severity. */
@NullMarked
package org.exchangehub.schemas.identifiers;

import org.jspecify.annotations.NullMarked;
