package org.exchangehub.schemas;

/**
 * Why a schema or a mapping is not taken.
 *
 * @param path JSON pointer into the refused document, e.g. {@code /fields/3/hub.checks/0}
 */
public record Refusal(String path, String expected, String found) {

    @Override
    public String toString() {
        return path + ": expected " + expected + ", found " + found;
    }
}
