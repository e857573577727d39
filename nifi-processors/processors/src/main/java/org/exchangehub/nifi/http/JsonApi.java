package org.exchangehub.nifi.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** An API that answers GET with items in JSON; all its pages are taken as one array of flat objects. */
final class JsonApi {

    /**
     * Where the items are and what bounds there are.
     *
     * @param items where in an answer the array of items is; the empty pointer for the whole answer
     * @param header sent with every request; empty for none
     * @param timeout of one page, to its last byte
     * @param mostBytes of all pages together
     */
    record Settings(
            URI url,
            JsonPointer items,
            Paging paging,
            Optional<Header> header,
            Duration timeout,
            int mostPages,
            long mostBytes) {}

    /** A header by which the API knows its caller. */
    record Header(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final int OK = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._:+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,<]*;\\s*rel=\"?next\"?");

    private final HttpClient http;
    private final Settings settings;

    JsonApi(HttpClient http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    /**
     * Writes the items of all pages as one JSON array.
     *
     * @return how many
     * @throws ApiRefused when a page cannot be had or used; what was written until then is not whole
     */
    long fetch(OutputStream out) throws IOException {
        Items items = new Items(out, settings.mostBytes());
        Optional<URI> page = Optional.of(settings.paging().first(settings.url()));
        for (int number = 1; page.isPresent(); number++) {
            if (number > settings.mostPages()) {
                throw new ApiRefused(
                        "超过 " + settings.mostPages() + " 页仍未结束",
                        "there is no end after " + settings.mostPages() + " pages");
            }
            items.beginPage();
            ItemsPage read = page(page.get(), number, items);
            items.endPage(number, read);
            page = settings.paging().next(settings.url(), number, read);
        }
        return items.close();
    }

    private ItemsPage page(URI address, int number, Items items) throws IOException {
        HttpResponse<InputStream> answer = answer(address);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new ApiRefused(
                        "接口 " + place() + " 第 " + number + " 页返回状态 " + answer.statusCode(),
                        "the API " + place() + " answered page " + number + " with status " + answer.statusCode());
            }
            CompletableFuture<Void> late = CompletableFuture.runAsync(
                    () -> close(body),
                    CompletableFuture.delayedExecutor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
            try {
                return read(answer, body, items);
            } finally {
                late.cancel(false);
            }
        } catch (ApiRefused e) {
            throw e;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ItemsPage read(HttpResponse<InputStream> answer, InputStream body, Items items) throws IOException {
        Optional<JsonPointer> link =
                settings.paging() instanceof Paging.ByLink byLink ? byLink.pointer() : Optional.empty();
        ItemsPage read =
                ItemsPage.read(reader(items.counted(body), charset(answer)), settings.items(), link, items::add);
        return link.isPresent() ? read : new ItemsPage(read.items(), header(answer));
    }

    private HttpResponse<InputStream> answer(URI address) throws ApiRefused {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .GET();
        settings.header().ifPresent(header -> request.header(header.name(), header.value()));
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiRefused("停止时仍在等待接口", "stopped while waiting for the API");
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ApiRefused broken(IOException e) {
        ApiRefused refused =
                switch (e) {
                    case HttpTimeoutException late ->
                        new ApiRefused("接口 " + place() + " 未在时限内应答", "the API " + place() + " did not answer in time");
                    case ConnectException away ->
                        new ApiRefused("无法连接接口 " + place(), "the API " + place() + " cannot be reached");
                    case SSLException untrusted ->
                        new ApiRefused(
                                "接口 " + place() + " 的 TLS 证书不可信：" + untrusted.getMessage(),
                                "the TLS certificate of " + place() + " is not trusted: " + untrusted.getMessage());
                    default ->
                        new ApiRefused(
                                "接口 " + place() + " 的应答中断：" + e.getMessage(),
                                "the answer of " + place() + " broke off: " + e.getMessage());
                };
        refused.initCause(e);
        return refused;
    }

    /** A byte order mark, which some servers send, is no part of the JSON. */
    private static Reader reader(InputStream in, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** The address without its query, which may hold a key. */
    String place() {
        URI url = settings.url();
        return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }

    private static Charset charset(HttpResponse<?> answer) throws ApiRefused {
        Matcher stated =
                CHARSET.matcher(answer.headers().firstValue("Content-Type").orElse(""));
        if (!stated.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(stated.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ApiRefused(
                    "应答的字符集 " + stated.group(1) + " 未知",
                    "the character set " + stated.group(1) + " of the answer is unknown");
        }
    }

    private static Optional<String> header(HttpResponse<?> answer) {
        return answer.headers().allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst();
    }

    /** Whoever reads it finds it closed. */
    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
