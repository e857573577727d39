package org.exchangehub.schemas;

final class SchemaParser {
    private SchemaParser() {}

    static StandardSchema parse(String avsc) {
        throw new UnsupportedOperationException("comes next: " + avsc.length());
    }
}
