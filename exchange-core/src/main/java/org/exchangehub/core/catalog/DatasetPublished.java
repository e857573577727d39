package org.exchangehub.core.catalog;

/** A dataset was reviewed and published; told synchronously, inside the transaction that publishes it. */
public record DatasetPublished(String code) {}
