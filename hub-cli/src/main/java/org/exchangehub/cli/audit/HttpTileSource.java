package org.exchangehub.cli.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.TileSource;
import org.jspecify.annotations.Nullable;

/** A log served over HTTP; entries are shown to an audit administrator's token only. */
final class HttpTileSource implements TileSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI prefix;
    private final @Nullable String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * The log below an address.
     *
     * @param prefix the log's address, ending with a slash
     */
    HttpTileSource(URI prefix, @Nullable String token) {
        this.prefix = prefix;
        this.token = token;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(prefix.resolve(path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> response = send(request.build());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(response.body());
            case 404 -> Optional.empty();
            case 401, 403 ->
                throw new Explained("The log shows " + path + " to an audit administrator only; ask the operator for an"
                        + " exported copy and name its directory.");
            default ->
                throw new Explained("The log answered " + prefix.resolve(path) + " with status " + response.statusCode()
                        + "; see ./hub status.");
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
