@NullMarked
package org.exchangehub.cli.audit;

import org.jspecify.annotations.NullMarked;
