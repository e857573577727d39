package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the oracle knows: one JSON object per line, on the disk before the call returns. Requests are written down before they are
 * sent, answers once they have come; a request without an answer is one of which nobody knows what became.
 */
final class Journal implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;

    Journal(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static ObjectNode entry(String what) {
        return JSON.createObjectNode().put("what", what).put("at", System.nanoTime());
    }

    synchronized void write(ObjectNode entry) {
        try {
            ByteBuffer line = ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("The oracle's journal " + file + " cannot be written", e);
        }
    }

    /** All entries, read from the disk. */
    List<JsonNode> read() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Journal::parsed).toList();
        }
    }

    static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
