/** What a record and a dataset are, byte by byte, so that two sides can compare them: docs/canonical-records.md. */
@NullMarked
package org.exchangehub.schemas.canonical;

import org.jspecify.annotations.NullMarked;
