package org.exchangehub.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request: where, what was expected and what was found.
 *
 * @param pointer RFC 6901 JSON pointer into the body, or the name of a header or query parameter
 * @param found what was found, never a value that is personal or secret; null when nothing was there
 */
public record FieldError(
        String pointer, String expected, @Nullable String found) {}
