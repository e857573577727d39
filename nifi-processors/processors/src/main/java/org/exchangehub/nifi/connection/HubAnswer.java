package org.exchangehub.nifi.connection;

import org.jspecify.annotations.Nullable;

/**
 * What the hub answered; its status is 2xx or 304.
 *
 * @param body empty text when there is none
 */
public record HubAnswer(int status, String body, @Nullable String etag) {}
