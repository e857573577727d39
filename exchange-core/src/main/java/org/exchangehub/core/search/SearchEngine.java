package org.exchangehub.core.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The connection to Elasticsearch, through its own client, which all indexes share. */
@Component
public class SearchEngine {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);

    private final SearchSettings settings;
    private final @Nullable Rest5Client transport;
    private final @Nullable ElasticsearchClient client;

    SearchEngine(SearchSettings settings) {
        this.settings = settings;
        URI url = settings.url();
        this.transport = url == null ? null : transport(url);
        this.client = transport == null
                ? null
                : new ElasticsearchClient(new Rest5ClientTransport(transport, new Jackson3JsonpMapper()));
    }

    private Rest5Client transport(URI url) {
        return Rest5Client.builder(url)
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(CONNECT))
                .setRequestConfigCallback(request -> request.setResponseTimeout(ANSWER))
                .setHttpClientConfigCallback(http -> http.addRequestInterceptorFirst((request, entity, context) -> {
                    String credentials = credentials();
                    if (credentials != null) {
                        request.setHeader("Authorization", credentials);
                    }
                }))
                .build();
    }

    /** Read for every request, so that a new password needs no new start. */
    private @Nullable String credentials() throws IOException {
        Path file = settings.passwordFile();
        if (settings.username() == null || file == null) {
            return null;
        }
        String login = settings.username() + ":" + Files.readString(file).strip();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    boolean configured() {
        return client != null;
    }

    ElasticsearchClient client() {
        return Objects.requireNonNull(client, "no search engine is configured");
    }

    /** The name of this hub's index for a purpose. */
    String named(String purpose) {
        return settings.index() + "-" + purpose;
    }

    @PreDestroy
    void close() throws IOException {
        if (transport != null) {
            transport.close();
        }
    }
}
