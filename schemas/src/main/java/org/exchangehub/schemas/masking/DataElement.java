package org.exchangehub.schemas.masking;

/**
 * What identifiers share a recipient's tokens.
 *
 * @param name the same wherever the same kind of identifier stands
 * @param known whether it is an identifier whose spellings are known, so that width, case and white space do not count; of others
 *     every difference counts, lest two records' keys become one
 */
public record DataElement(String name, boolean known) {}
