package org.exchangehub.schemas.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The inputs kept for one target, one on each line of its file: a text as a JSON string, other bytes as {@code base64:…}; lines
 * with # say what an input once broke.
 */
final class Corpus {

    private static final String BYTES = "base64:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    static List<byte[]> of(String target) {
        String name = target + ".txt";
        try (InputStream in = Corpus.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no corpus " + name);
            }
            List<byte[]> inputs = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    inputs.add(bytes(line));
                }
            }
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String line) throws JsonProcessingException {
        return line.startsWith(BYTES)
                ? Base64.getDecoder().decode(line.substring(BYTES.length()))
                : JSON.readValue(line, String.class).getBytes(StandardCharsets.UTF_8);
    }

    /** An input as its line. */
    static String line(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        boolean whole = java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), input);
        try {
            return whole
                    ? JSON.writeValueAsString(text)
                    : BYTES + Base64.getEncoder().encodeToString(input);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file for each input, as a fuzzer begins with them. */
    static void unpack(String target, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<byte[]> inputs = of(target);
        for (int i = 0; i < inputs.size(); i++) {
            Files.write(folder.resolve("seed-" + i), inputs.get(i));
        }
    }
}
