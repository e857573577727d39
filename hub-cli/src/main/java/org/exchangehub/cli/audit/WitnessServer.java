package org.exchangehub.cli.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.exchangehub.tlog.Witness;
import org.exchangehub.tlog.Witness.Answer;

/** A witness over HTTP (C2SP tlog-witness): {@code POST /add-checkpoint}; {@code GET /} tells people what it is. */
final class WitnessServer implements AutoCloseable {

    /** Sixty-three hashes and a checkpoint with a hundred signatures are shorter. */
    private static final int LONGEST_REQUEST = 64 * 1024;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final Witness witness;
    private final About about;
    private final Consumer<String> operator;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What the witness says of itself. */
    @FunctionalInterface
    interface About {
        List<String> lines() throws IOException;
    }

    /**
     * Starts to answer.
     *
     * @param operator is told, in a sentence, what somebody should look at
     * @throws IOException when the address cannot be listened at
     */
    WitnessServer(InetSocketAddress address, Witness witness, About about, Consumer<String> operator)
            throws IOException {
        this.witness = witness;
        this.about = about;
        this.operator = operator;
        // Whoever sends slowly must not hold a connection for ever; the JDK's server reads these once, in seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::home);
        server.createContext("/add-checkpoint", this::addCheckpoint);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void home(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            answer(exchange, NOT_FOUND, TEXT, "POST /add-checkpoint is all a witness does.\n");
        } else {
            answer(exchange, 200, TEXT, String.join("\n", about.lines()) + "\n");
        }
    }

    private void addCheckpoint(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, WRONG_METHOD, TEXT, "expected POST, found " + exchange.getRequestMethod() + "\n");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
        if (body.length > LONGEST_REQUEST) {
            answer(exchange, BAD_REQUEST, TEXT, "expected at most " + LONGEST_REQUEST + " bytes, found more\n");
            return;
        }
        try {
            Answer given = witness.add(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
            tell(given);
            String type = given.status() == CONFLICT ? "text/x.tlog.size" : TEXT;
            answer(exchange, given.status(), type, given.body());
        } catch (CharacterCodingException notUtf8) {
            answer(exchange, BAD_REQUEST, TEXT, "expected UTF-8, found other bytes\n");
        } catch (IOException forgetful) {
            operator.accept("Nothing was cosigned, for the witness cannot remember it: " + forgetful.getMessage());
            answer(exchange, UNAVAILABLE, TEXT, "The witness cannot remember a checkpoint now. Try again.\n");
        }
    }

    private void tell(Answer given) {
        switch (given) {
            case Answer.Cosigned cosigned -> {}
            case Answer.Conflict(long size) ->
                operator.accept("Answered 409: the last checkpoint cosigned has " + size + " entries.");
            case Answer.Refused(int status, String why) -> operator.accept("Answered " + status + ": " + why);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }
}
