package org.exchangehub.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.exchangehub.schemas.samples.SampleRow;
import org.exchangehub.schemas.samples.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Generated rows behind a JSON API of a department, in numbered pages, for callers who know its key. It is open on
 * loopback while this process runs, and knows how many rows it has served before.
 */
public final class ApiInput implements Input, AutoCloseable {

    static final String KEY_HEADER = "X-API-Key";

    private static final String PATH = "/api/v1/items";
    private static final Pattern NUMBER = Pattern.compile("(?:^|&)(page|size)=(\\d{1,6})(?=&|$)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String key;
    private final Path memory;
    private final Samples samples;
    private volatile long served;
    private @Nullable HttpServer server;

    /**
     * An API that is opened when its settings are asked for.
     *
     * @param address where, without a path
     * @param memory file that keeps how many rows were served
     * @param samples the rows of a run; a later run serves those of the earlier ones and as many again
     */
    public ApiInput(URI address, String key, Path memory, Samples samples) {
        this.address = address;
        this.key = key;
        this.memory = memory;
        this.samples = samples;
        this.served = remembered(memory);
    }

    @Override
    public synchronized ObjectNode settings() {
        if (server == null) {
            try {
                HttpServer opened = HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
                opened.createContext(PATH, this::answer);
                opened.start();
                server = opened;
            } catch (IOException e) {
                throw new StoryBroken("the department's API cannot be opened at " + address + ": " + e.getMessage(), e);
            }
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", address.resolve(PATH).toString())
                .put("headerName", KEY_HEADER)
                .put("headerValue", key);
    }

    @Override
    public List<Delivery> deliveries() {
        return List.of(new Delivery() {
            @Override
            public String name() {
                return "API " + address.resolve(PATH);
            }

            @Override
            public long bring() {
                return more();
            }
        });
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public void close() {
        shut();
    }

    /** Answers nobody until the settings are asked for again. */
    public synchronized void shut() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private long more() {
        long now = served + samples.count();
        try {
            Files.writeString(memory, Long.toString(now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        served = now;
        return now;
    }

    private static long remembered(Path memory) {
        try {
            return Files.exists(memory)
                    ? Long.parseLong(Files.readString(memory).strip())
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst(KEY_HEADER));
        boolean known = MessageDigest.isEqual(given.getBytes(UTF_8), key.getBytes(UTF_8));
        ObjectNode answer = known
                ? page(exchange.getRequestURI().getQuery())
                : JSON.createObjectNode().put("code", 401).put("message", "expected " + KEY_HEADER);
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode page(@Nullable String query) {
        Function<String, Long> asked = name -> NUMBER.matcher(query == null ? "" : query)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> Long.parseLong(found.group(2)))
                .findFirst()
                .orElse(1L);
        long size = Math.clamp(asked.apply("size"), 1, 1_000);
        long first = (asked.apply("page") - 1) * size + 1;
        ObjectNode answer = JSON.createObjectNode().put("code", 0).put("message", "ok");
        ObjectNode data = answer.putObject("data").put("total", served);
        ArrayNode items = data.putArray("items");
        for (long number = first; number < first + size && number <= served; number++) {
            items.add(item(samples.row(number)));
        }
        return answer;
    }

    /** A column such as {@code road.name} is the field {@code name} of the object {@code road}. */
    private ObjectNode item(SampleRow row) {
        ObjectNode item = JSON.createObjectNode();
        for (int column = 0; column < samples.columns().size(); column++) {
            String path = samples.columns().get(column);
            int dot = path.lastIndexOf('.');
            ObjectNode parent = dot < 0
                    ? item
                    : item.withObject("/" + path.substring(0, dot).replace('.', '/'));
            parent.put(path.substring(dot + 1), row.values().get(column));
        }
        return item;
    }
}
