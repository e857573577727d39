/** Reads XLSX workbooks with the JDK's zip and pull parser alone, in bounded memory. */
@NullMarked
package org.exchangehub.schemas.workbook;

import org.jspecify.annotations.NullMarked;
