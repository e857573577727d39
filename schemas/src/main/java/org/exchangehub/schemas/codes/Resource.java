package org.exchangehub.schemas.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class Resource {

    private static final String ROOT = "/org/exchangehub/schemas/";

    private Resource() {}

    static List<String> lines(String path) {
        InputStream in = Resource.class.getResourceAsStream(ROOT + path);
        if (in == null) {
            throw new IllegalStateException("this library lacks its own resource " + path);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
