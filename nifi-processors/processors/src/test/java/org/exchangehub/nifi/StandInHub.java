package org.exchangehub.nifi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The other side of the wire for tests of the processors: the part of the hub's API a source's client speaks, and a token
 * endpoint that checks the client's signature. The real hub is met by the journeys.
 */
public final class StandInHub implements AutoCloseable {

    /** A failure the hub answers with instead of doing what it was asked. */
    public record Failure(int status, @Nullable String retryAfter, String body) {}

    /** A batch as it was declared, and what has arrived of it. */
    public static final class Batch {
        final String id;
        public final JsonNode declaration;
        public final Map<String, byte[]> pieces = new LinkedHashMap<>();
        public int commits;
        public String state = "OPEN";

        Batch(String id, JsonNode declaration) {
            this.id = id;
            this.declaration = declaration;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    public final Map<String, String> documents = new LinkedHashMap<>();
    public final Map<String, Batch> batches = new LinkedHashMap<>();
    public final Deque<Failure> failures = new ArrayDeque<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public String endState = "PUBLISHED";
    public int quarantined;

    private final HttpServer server;
    private final KeyPair clientKey;
    private int tokens;

    public StandInHub(KeyPair clientKey) throws IOException {
        this.clientKey = clientKey;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String tokenUrl() {
        return url() + "/token";
    }

    /** Tokens issued before are no longer taken. */
    public void forgetTokens() {
        tokens++;
    }

    public String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(clientKey.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        calls.add(call);
        try {
            if (call.equals("POST /token")) {
                answer(exchange, token(new String(body, StandardCharsets.UTF_8)));
            } else if (!("Bearer token-" + tokens)
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, problem(401, "UNAUTHENTICATED", "this token is not taken"));
            } else if (!failures.isEmpty()) {
                answer(exchange, failures.remove());
            } else {
                answer(exchange, api(exchange, call, body));
            }
        } catch (GeneralSecurityException e) {
            answer(exchange, problem(500, "STAND_IN", e.toString()));
        }
    }

    private Failure token(String form) throws GeneralSecurityException, IOException {
        Map<String, String> fields = Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        List<String> jwt = Pattern.compile("\\.")
                .splitAsStream(fields.getOrDefault("client_assertion", ".."))
                .toList();
        Base64.Decoder base64 = Base64.getUrlDecoder();
        JsonNode claims = JSON.readTree(base64.decode(jwt.get(1)));
        Signature signature = Signature.getInstance(
                JSON.readTree(base64.decode(jwt.get(0))).path("alg").asText().equals("RS256")
                        ? "SHA256withRSA"
                        : "SHA256withECDSAinP1363Format");
        signature.initVerify(clientKey.getPublic());
        signature.update((jwt.get(0) + "." + jwt.get(1)).getBytes(StandardCharsets.US_ASCII));
        boolean good = signature.verify(base64.decode(jwt.get(2)))
                && claims.path("aud").asText().equals(tokenUrl())
                && claims.path("sub").asText().equals("source-trial")
                && claims.path("iss").equals(claims.path("sub"))
                && !claims.path("jti").asText().isEmpty();
        return good
                ? new Failure(200, null, "{\"access_token\":\"token-" + tokens + "\",\"expires_in\":300}")
                : new Failure(
                        401,
                        null,
                        "{\"error\":\"invalid_client\",\"error_description\":\"Client assertion not valid\"}");
    }

    private Failure api(HttpExchange exchange, String call, byte[] body) throws IOException, GeneralSecurityException {
        String path = exchange.getRequestURI().getPath();
        String document = documents.get(path);
        if (document != null) {
            String etag = "\"" + document.hashCode() + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            return known ? new Failure(304, null, "") : new Failure(200, null, document);
        }
        if (call.startsWith("POST") && path.endsWith("/batches")) {
            return open(JSON.readTree(body));
        }
        Batch batch = batches.values().stream()
                .filter(candidate -> path.contains("/" + candidate.id))
                .findFirst()
                .orElse(null);
        if (batch == null) {
            return problem(404, "NOT_FOUND", "there is no " + path);
        }
        if (call.startsWith("PUT")) {
            return piece(batch, path, exchange.getRequestHeaders().getFirst("Content-Digest"), body);
        }
        return call.endsWith("/commit") ? commit(batch, JSON.readTree(body)) : describe(batch);
    }

    private Failure open(JsonNode declaration) {
        String key = declaration.path("batchKey").asText();
        Batch batch = batches.computeIfAbsent(key, k -> new Batch("batch-" + (batches.size() + 1), declaration));
        return batch.declaration.equals(declaration)
                ? describe(batch)
                : problem(422, "BATCH_KEY_REUSED", "declared before as " + batch.declaration);
    }

    private Failure piece(Batch batch, String path, @Nullable String digest, byte[] body)
            throws GeneralSecurityException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(body);
        if (!("sha-256=:" + Base64.getEncoder().encodeToString(sum) + ":").equals(digest)) {
            return problem(422, "DIGEST_MISMATCH", "expected " + digest);
        }
        String name = path.substring(path.indexOf(batch.id) + batch.id.length() + 1);
        byte[] before = batch.pieces.putIfAbsent(name, body);
        return before == null || Arrays.equals(before, body)
                ? new Failure(204, null, "")
                : problem(422, "PART_DIFFERS", name + " came before with other bytes");
    }

    private Failure commit(Batch batch, JsonNode expected) {
        long parts = batch.pieces.keySet().stream()
                .filter(name -> name.startsWith("parts/"))
                .count();
        if (parts != expected.path("parts").asLong()
                || batch.pieces.size() - parts != expected.path("rejects").asLong()) {
            return problem(409, "BATCH_INCOMPLETE", "found " + batch.pieces.keySet());
        }
        batch.commits++;
        batch.state = endState;
        return describe(batch);
    }

    private Failure describe(Batch batch) {
        ObjectNode json = JSON.createObjectNode().put("id", batch.id).put("state", batch.state);
        if (!batch.state.equals("OPEN")) {
            json.put("release", 7).putObject("counts").put("inserted", 2).put("quarantined", quarantined);
            json.putArray("topReasons")
                    .addObject()
                    .put("field", "uscc")
                    .put("rule", "uscc")
                    .put("count", quarantined);
        }
        return new Failure(200, null, json.toString());
    }

    private static Failure problem(int status, String code, String detail) {
        return new Failure(
                status,
                null,
                JSON.createObjectNode()
                        .put("status", status)
                        .put("code", code)
                        .put("detail", detail)
                        .toString());
    }

    private static void answer(HttpExchange exchange, Failure answer) throws IOException {
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
