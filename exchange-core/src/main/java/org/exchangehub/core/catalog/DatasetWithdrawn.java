package org.exchangehub.core.catalog;

/** A dataset ended; told synchronously, inside the transaction that ends it. */
public record DatasetWithdrawn(String code) {}
