package org.exchangehub.nifi.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.nifi.util.LogMessage;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchJsonTests {

    /** What the server answers with. */
    private record Page(int status, String type, String link, String body) {
        static Page json(String body) {
            return new Page(200, "application/json", "", body);
        }

        Page linkingTo(String next) {
            return new Page(status, type, "<" + next + ">; rel=\"next\"", body);
        }
    }

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Function<String, Page> answers = query -> Page.json("[{\"a\":1}]");
    private TestRunner runner;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        runner = TestRunners.newTestRunner(FetchJson.class);
        runner.setProperty(FetchJsonProperties.URL, url("/api/dz?kind=all"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestURI().toString());
        secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
        Page page = answers.apply(String.valueOf(exchange.getRequestURI().getQuery()));
        exchange.getResponseHeaders().add("Content-Type", page.type());
        if (!page.link().isEmpty()) {
            exchange.getResponseHeaders().add("Link", page.link());
        }
        Charset charset = page.type().endsWith("GBK") ? Charset.forName("GBK") : StandardCharsets.UTF_8;
        byte[] body = page.body().getBytes(charset);
        exchange.sendResponseHeaders(page.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String fetched() {
        runner.clearTransferState();
        runner.run();
        assertThat(errors()).isEmpty();
        runner.assertAllFlowFilesTransferred(FetchJson.FETCHED, 1);
        MockFlowFile taken =
                runner.getFlowFilesForRelationship(FetchJson.FETCHED).getFirst();
        return taken.getContent();
    }

    private String refused() {
        runner.run();
        runner.assertTransferCount(FetchJson.FETCHED, 0);
        assertThat(runner.getStateManager().getRetrievalCount(org.apache.nifi.components.state.Scope.CLUSTER))
                .isZero();
        assertThat(errors()).hasSize(1);
        String said = errors().getFirst();
        assertThat(said).contains(" ‖ ");
        return said;
    }

    private List<String> errors() {
        return runner.getLogger().getErrorMessages().stream()
                .map(LogMessage::getMsg)
                .toList();
    }

    @Nested
    class Items {

        @Test
        void loseTheirNestingAndNoDigit() {
            answers = query -> Page.json("""
                    {"code": 0, "data": {"items": [
                      {"dz": {"jd": "北京路", "mph": {"h": 12}}, "bm": 340202001001000123456789, "mj": 1.50, "big": 1e3,
                       "bq": ["a", {"b": 1}], "none": null, "ok": true}]}}""");
            runner.setProperty(FetchJsonProperties.ITEMS, "/data/items");

            assertThat(fetched())
                    .isEqualTo(
                            "[{\"dz.jd\":\"北京路\",\"dz.mph.h\":\"12\",\"bm\":\"340202001001000123456789\","
                                    + "\"mj\":\"1.50\",\"big\":\"1000\",\"bq\":\"[\\\"a\\\",{\\\"b\\\":1}]\",\"ok\":\"true\"}]");
        }

        @Test
        void areReadInTheCharacterSetTheServerStates() {
            answers = query -> new Page(200, "application/json;charset=GBK", "", "[{\"mc\":\"赭山街道\"}]");

            assertThat(fetched()).contains("赭山街道");
        }

        @Test
        void areNotTakenAgainUntilTheyOrTheRevisionChange() {
            answers = query -> Page.json("[]");
            runner.run();
            runner.assertTransferCount(FetchJson.FETCHED, 0);
            answers = query -> Page.json("[{\"a\":1}]");
            fetched();

            runner.clearTransferState();
            runner.run();
            runner.assertTransferCount(FetchJson.FETCHED, 0);

            runner.setProperty(FetchJsonProperties.REVISION, "2");
            fetched();
            answers = query -> Page.json("[]");
            assertThat(fetched()).isEqualTo("[]");
        }
    }

    @Nested
    class Pages {

        @Test
        void areCountedUntilOneIsEmptyThoughOneBeforeIsShort() {
            number();
            answers = query -> Page.json(
                    query.endsWith("p=1&n=2")
                            ? "[{\"a\":1},{\"a\":2}]"
                            : query.endsWith("p=2&n=2") ? "[{\"a\":3}]" : "[]");

            assertThat(fetched()).isEqualTo("[{\"a\":\"1\"},{\"a\":\"2\"},{\"a\":\"3\"}]");
            assertThat(calls)
                    .containsExactly(
                            "/api/dz?kind=all&p=1&n=2", "/api/dz?kind=all&p=2&n=2", "/api/dz?kind=all&p=3&n=2");
        }

        @Test
        void thatAreAlwaysTheSameAreNotFollowedForEver() {
            number();
            answers = query -> Page.json("[{\"a\":1}]");

            assertThat(refused()).contains("分页参数", "paging parameter");
        }

        @Test
        void areFollowedByTheirLinkHeader() {
            runner.setProperty(FetchJsonProperties.PAGING, "NEXT_LINK");
            answers = query -> query.contains("cursor")
                    ? Page.json("[{\"a\":2}]")
                    : Page.json("[{\"a\":1}]").linkingTo("/api/dz?cursor=x");

            assertThat(fetched()).isEqualTo("[{\"a\":\"1\"},{\"a\":\"2\"}]");
        }

        @Test
        void areFollowedByALinkInTheirBodyThatStaysOnTheServer() {
            runner.setProperty(FetchJsonProperties.PAGING, "NEXT_LINK");
            runner.setProperty(FetchJsonProperties.NEXT_POINTER, "/next");
            runner.setProperty(FetchJsonProperties.ITEMS, "/list");
            answers = query -> Page.json(
                    query.contains("cursor")
                            ? "{\"list\":[{\"a\":2}],\"next\":null}"
                            : "{\"next\":\"" + url("/api/dz?cursor=x") + "\",\"list\":[{\"a\":1}]}");
            assertThat(fetched()).contains("\"2\"");

            answers = query -> Page.json("{\"list\":[],\"next\":\"http://169.254.169.254/\"}");
            runner.run();
            assertThat(errors().getLast()).contains("169.254.169.254", "not followed");
        }

        private void number() {
            runner.setProperty(FetchJsonProperties.PAGING, "PAGE");
            runner.setProperty(FetchJsonProperties.PAGE_PARAMETER, "p");
            runner.setProperty(FetchJsonProperties.SIZE_PARAMETER, "n");
            runner.setProperty(FetchJsonProperties.PAGE_SIZE, "2");
        }
    }

    @Nested
    class AnAnswerThatCannotBeUsed {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                200 | [{"a":1},{"a":        | no whole, valid JSON
                200 | <html>请登录</html>      | no whole, valid JSON
                200 | {"code":500}          | no array
                200 | ["a"]                 | item 1 is no object
                200 | [{"a":1,"a":2}]       | no whole, valid JSON
                200 | [{"a.b":1,"a":{"b":2}}] | several values at a.b
                500 | []                    | status 500
                302 | []                    | status 302
                """)
        void takesNothingAndSaysWhyInBothLanguages(int status, String body, String why) {
            answers = query -> new Page(status, "application/json", "", body);

            assertThat(refused()).contains(why).doesNotContain("kind=all");
        }

        @Test
        void isOneThatIsTooLarge() {
            runner.setProperty(FetchJsonProperties.LARGEST, "1 KB");
            answers = query -> Page.json("[{\"a\":\"" + "x".repeat(2_000) + "\"}]");

            assertThat(refused()).contains("1024 bytes");
        }

        @Test
        void isNoneAtAll() {
            server.stop(0);

            assertThat(refused()).contains("无法连接", "cannot be reached");
        }

        @Test
        void isMendedByTheNextRun() {
            answers = query -> new Page(500, "text/plain", "", "");
            refused();

            answers = query -> Page.json("[{\"a\":1}]");
            runner.run();
            runner.assertAllFlowFilesTransferred(FetchJson.FETCHED, 1);
        }
    }

    @Nested
    class ASecret {

        @Test
        void isSentInItsHeader() {
            runner.setProperty(FetchJsonProperties.HEADER_NAME, "X-Key");
            runner.setProperty(FetchJsonProperties.HEADER_VALUE, "s3cret");
            fetched();

            assertThat(secrets).containsExactly("s3cret");
        }

        @Test
        void isNotSentWithoutTlsToAnotherMachine() {
            runner.setProperty(FetchJsonProperties.URL, "http://api.example.org/x");
            runner.assertValid();
            runner.setProperty(FetchJsonProperties.HEADER_NAME, "X-Key");
            runner.setProperty(FetchJsonProperties.HEADER_VALUE, "s3cret");
            runner.assertNotValid();
            runner.setProperty(FetchJsonProperties.URL, "https://api.example.org/x");
            runner.assertValid();
        }

        @Test
        void isNotLookedForWhereTheParameterSaysNone() {
            runner.setProperty(FetchJsonProperties.HEADER_NAME, "${literal('')}");
            runner.setProperty(FetchJsonProperties.HEADER_VALUE, "-");
            runner.setProperty(FetchJsonProperties.ITEMS, "${literal('')}");
            fetched();

            assertThat(secrets).containsExactly("null");
        }
    }
}
