package org.exchangehub.nifi.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the hub.
 *
 * @param path path below the hub's URL, beginning with a slash, encoded
 * @param headers beside those the connection sets itself
 * @param body null for none
 */
public record HubRequest(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable Body body) {

    /** Bytes that can be read as often as the request is repeated, always the same. */
    public interface Content {
        InputStream open() throws IOException;
    }

    /**
     * A request's body.
     *
     * @param length in bytes, exactly
     */
    public record Body(String contentType, long length, Content content) {}

    public HubRequest {
        headers = Map.copyOf(headers);
    }

    public static HubRequest get(String path) {
        return new HubRequest("GET", path, Map.of(), null);
    }

    public static HubRequest post(String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new HubRequest(
                "POST",
                path,
                Map.of(),
                new Body("application/json", bytes.length, () -> new ByteArrayInputStream(bytes)));
    }

    public static HubRequest put(String path, Map<String, String> headers, Body body) {
        return new HubRequest("PUT", path, headers, body);
    }
}
