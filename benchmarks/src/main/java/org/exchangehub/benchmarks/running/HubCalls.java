package org.exchangehub.benchmarks.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/** The hub's API as departments call it. Datasets and sources are registered in the database, past the reviews. */
public final class HubCalls {

    static final String PROVIDER = "market-supervision";
    static final String CONSUMER = "administrative-approval";
    private static final String PURPOSE = "measurement";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI hub;
    private final Issuer issuer;
    private final Consumer<String> sql;

    HubCalls(URI hub, Issuer issuer, Consumer<String> sql) {
        this.hub = hub;
        this.issuer = issuer;
        this.sql = sql;
    }

    public URI address() {
        return hub;
    }

    /** A file of rows on its way, its digest made before anything is timed. */
    public record PartFile(Path file, String digest) {

        public static PartFile of(Path file) {
            try (InputStream in =
                    new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
                byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
                return new PartFile(file, "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Makes a published dataset with a source that may send to it. */
    public void register(String dataset, String avsc) {
        sql.accept("insert into hub.dataset (code, department, state, entry, search, version, created_at, updated_at,"
                + " submitted_by, published_at) values ('" + dataset + "', '" + PROVIDER + "', 'PUBLISHED',"
                + " '{\"title\": {\"zh\": \"测量\", \"en\": \"measured\"}, \"classification\": \""
                + dataset.substring(0, 6)
                + "\", \"shareAttribute\": \"CONDITIONAL\", \"shareModes\": [\"SERVICE\"], \"nonSecret\": true, \"level\": 3}',"
                + " '', 1, now(), now(), 'bench', now()) on conflict do nothing");
        sql.accept(
                "insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)"
                        + " values ('" + dataset + "', 1, 'PUBLISHED', $avsc$" + avsc
                        + "$avsc$, 1, now(), now()) on conflict do nothing");
        sql.accept(
                "insert into hub.source (code, dataset, department, title_zh, title_en, kind, mode, settings, mapping,"
                        + " state, created_at, claimed_until) values ('" + source(dataset) + "', '" + dataset + "', '"
                        + PROVIDER
                        + "', '测量', 'measured', 'CSV_FOLDER', 'UPSERT', '{\"folder\": \"/in\", \"charset\": \"UTF-8\","
                        + " \"delimiter\": \",\", \"intervalSeconds\": 60}', '{}', 'STOPPED', now(), now()) on conflict do nothing");
    }

    private static String source(String dataset) {
        return "bench-" + dataset;
    }

    private String sender(String dataset) {
        return issuer.client("source-" + source(dataset), PROVIDER);
    }

    /** Opens a batch and answers its id. */
    public String open(String dataset, String key) {
        return post(
                        sender(dataset),
                        "/api/v1/datasets/" + dataset + "/batches",
                        "{\"batchKey\": \"" + key + "\", \"mode\": \"UPSERT\"}")
                .path("id")
                .asText();
    }

    /** Sends a part; done when the hub has it durably. */
    public void put(String dataset, String batch, int number, PartFile part, String mediaType) {
        try {
            put(dataset, batch, number, BodyPublishers.ofFile(part.file()), part.digest(), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a part that is no file. */
    public void put(String dataset, String batch, int number, BodyPublisher body, String digest, String mediaType) {
        HttpResponse<byte[]> answer = send(request(sender(dataset), "/api/v1/batches/" + batch + "/parts/" + number)
                .header("Content-Type", mediaType)
                .header("Content-Digest", digest)
                .PUT(body)
                .build());
        require(answer, 204);
    }

    /** Commits a batch and waits until it is done and receipted; refuses one that is not published. */
    public JsonNode commit(String dataset, String batch, int parts, long rows) {
        String body = "{\"parts\": " + parts + ", \"rejects\": 0, \"rows\": " + rows + "}";
        String token = sender(dataset);
        while (true) {
            JsonNode view = post(token, "/api/v1/batches/" + batch + "/commit", body);
            String state = view.path("state").asText();
            if (state.equals("PUBLISHED")) {
                return view;
            }
            if (!state.equals("COMMITTED")) {
                throw new IllegalStateException("expected the batch to be published, found " + view);
            }
        }
    }

    /** An application's client with an active grant for all these fields of all records. */
    public Reader reader(String dataset, String fields) {
        return reader(dataset, fields, "[]");
    }

    /**
     * An application's client with an active grant.
     *
     * @param fields as an application names them, JSON
     * @param rowFilter conditions on the records, JSON
     */
    public Reader reader(String dataset, String fields, String rowFilter) {
        String application = "app-bench";
        String id = post(
                        issuer.person("bench-developer", CONSUMER, "developer"),
                        "/api/v1/applications",
                        "{\"dataset\": \"" + dataset + "\", \"client\": \"" + application + "\", \"basis\": \"b\","
                                + " \"scenario\": \"s\", \"scope\": \"s\", \"purpose\": \"" + PURPOSE
                                + "\", \"modes\": [\"QUERY\"], \"until\": \"2099-12-31\", \"fields\": " + fields
                                + ", \"rowFilter\": " + rowFilter + "}")
                .path("id")
                .asText();
        String consent = "{\"decision\": \"CONSENT\", \"opinion\": \"agreed\"}";
        for (String department : new String[] {CONSUMER, PROVIDER}) {
            post(
                    issuer.person("bench-head-" + department, department, "sharing-head"),
                    "/api/v1/applications/" + id + "/consents",
                    consent);
        }
        return new Reader(this, dataset, issuer.client(application, CONSUMER));
    }

    /** A developer's token, for the catalog. */
    public String developer() {
        return issuer.person("bench-developer", CONSUMER, "developer");
    }

    /** An audit administrator's token. */
    public String auditor() {
        return issuer.person("bench-auditor", PROVIDER, "audit-admin");
    }

    /** Reads records under a grant. */
    public record Reader(HubCalls calls, String dataset, String token) {

        HttpRequest request(String path) {
            return calls.request(token, path)
                    .header("Hub-Purpose", PURPOSE)
                    .GET()
                    .build();
        }

        /** What is behind {@code /records}, such as {@code ?limit=500}. */
        public HttpResponse<byte[]> records(String rest) {
            return get("/api/v1/datasets/" + dataset + "/records" + rest);
        }

        /** The same request as HTTP/1.1 has it, for one who reads the socket himself. */
        public String rawRequest(String rest) {
            return "GET /api/v1/datasets/" + dataset + "/records" + rest + " HTTP/1.1\r\nHost: "
                    + calls.hub.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\nHub-Purpose: " + PURPOSE
                    + "\r\nConnection: close\r\n\r\n";
        }

        /** Any path; refuses anything but 200. */
        public HttpResponse<byte[]> get(String path) {
            HttpResponse<byte[]> answer = calls.send(request(path));
            require(answer, 200);
            return answer;
        }
    }

    /** Gets a path as somebody; refuses anything but 200. */
    public JsonNode get(String token, String path) {
        HttpResponse<byte[]> answer = send(request(token, path).GET().build());
        require(answer, 200);
        return parsed(answer);
    }

    private JsonNode post(String token, String path, String body) {
        HttpResponse<byte[]> answer = send(request(token, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        require(answer, 200, 201, 202);
        return parsed(answer);
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void require(HttpResponse<byte[]> answer, int... expected) {
        for (int status : expected) {
            if (answer.statusCode() == status) {
                return;
            }
        }
        throw new IllegalStateException(answer.request().method() + " " + answer.uri() + ": " + answer.statusCode()
                + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode parsed(HttpResponse<byte[]> answer) {
        try {
            return answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
