/** Takes the items of a JSON API over HTTP, page by page, as one batch. */
@NullMarked
package org.exchangehub.nifi.http;

import org.jspecify.annotations.NullMarked;
