package org.exchangehub.core.contract;

/** A schema version became the one a dataset goes by; told inside the transaction that publishes it. */
public record SchemaPublished(String dataset, int version) {}
