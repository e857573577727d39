package org.exchangehub.schemas.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

final class SampleMappings {

    private SampleMappings() {}

    static String read(String file) {
        try (InputStream in = SampleMappings.class.getResourceAsStream("/org/exchangehub/schemas/mappings/" + file)) {
            if (in == null) {
                throw new IllegalStateException("this library lacks its own resource mappings/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
