/** Reads rows of XLSX workbooks (ISO/IEC 29500) as text, in bounded memory. */
@NullMarked
package org.exchangehub.nifi.workbook;

import org.jspecify.annotations.NullMarked;
