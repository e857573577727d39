package org.exchangehub.schemas.fuzz;

/** Properties that hold of any input; one that breaks throws. */
@FunctionalInterface
interface FuzzTarget {

    void take(byte[] input);
}
