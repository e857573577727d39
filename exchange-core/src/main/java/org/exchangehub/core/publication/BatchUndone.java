package org.exchangehub.core.publication;

import java.util.UUID;

/** What a batch published was taken back; told within the transaction that does it. */
public record BatchUndone(String dataset, UUID batch) {}
