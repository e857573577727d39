package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests to one instance of the hub; what does not answer in time has done nobody knows what. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /**
     * What an instance answered.
     *
     * @param json a missing node when the body was none
     * @param evidence where the access log holds it, if it says so
     * @param next address of the list's next page, if there is one
     */
    record Reply(
            int status,
            JsonNode json,
            @Nullable String evidence,
            @Nullable String next) {

        String code() {
            return json.path("code").asText("");
        }
    }

    /** A request but for its instance. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Call(String method, String path, Map<String, String> headers, byte @Nullable [] body) {

        static Call json(String method, String path, JsonNode body) {
            return new Call(
                    method,
                    path,
                    Map.of("Content-Type", "application/json"),
                    body.toString().getBytes(StandardCharsets.UTF_8));
        }

        Call with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Call(method, path, more, body);
        }

        static Call get(String path) {
            return new Call("GET", path, Map.of(), null);
        }
    }

    /**
     * Sends it and waits for the answer.
     *
     * @param token empty to send none
     * @throws IOException when there was no answer
     */
    Reply send(int port, String token, Call call) throws IOException {
        byte[] body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + call.path()))
                .timeout(PATIENCE)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        call.headers().forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(
                    answer.statusCode(),
                    parsed(answer.body()),
                    answer.headers().firstValue("Hub-Evidence").orElse(null),
                    answer.headers().allValues("Link").stream()
                            .map(NEXT::matcher)
                            .filter(Matcher::find)
                            .map(link -> link.group(1))
                            .findFirst()
                            .orElse(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Begins to upload a part and cuts the connection in the middle. */
    static void cut(int port, String token, Call call) throws IOException {
        byte[] body = call.body() == null ? new byte[0] : call.body();
        StringBuilder head = new StringBuilder(call.method() + " " + call.path() + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Length: " + body.length + "\r\n");
        call.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.write(body, 0, body.length / 2);
            out.flush();
        }
    }

    static String digest(byte[] content) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(content)) + ":";
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : Journal.JSON.readTree(body);
        } catch (IOException notJson) {
            return Journal.JSON.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
        }
    }
}
