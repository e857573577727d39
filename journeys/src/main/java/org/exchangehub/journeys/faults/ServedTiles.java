package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.tlog.TileSource;

/** The log as an instance serves it; what was read once is kept, because the log may still grow. */
final class ServedTiles implements TileSource {

    private final int port;
    private final Actor reader;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Optional<byte[]>> read = new HashMap<>();

    ServedTiles(int port, Actor reader) {
        this.port = port;
        this.reader = reader;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Optional<byte[]> known = read.get(path);
        if (known == null) {
            known = fetched(path);
            read.put(path, known);
        }
        return known;
    }

    private Optional<byte[]> fetched(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/log/" + path))
                .header("Authorization", "Bearer " + reader.token())
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
