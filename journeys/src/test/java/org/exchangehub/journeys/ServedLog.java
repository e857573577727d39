package org.exchangehub.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.tlog.TileSource;

/** The log as the hub serves it; what was read once is kept, because the log grows meanwhile. */
final class ServedLog implements TileSource {

    private final URI log;
    private final Actor reader;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

    ServedLog(URI hub, Actor reader) {
        this.log = hub.resolve("/log/");
        this.reader = reader;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Optional<byte[]> known = read.get(path);
        if (known == null) {
            known = fetch(path);
            read.put(path, known);
        }
        return known;
    }

    private Optional<byte[]> fetch(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(log.resolve(path))
                .header("Authorization", "Bearer " + reader.token())
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
