package org.exchangehub.core.catalog;

/** Another edition of a dataset came into force; told synchronously, inside the transaction that publishes it. */
public record DatasetChanged(String code, int edition) {}
