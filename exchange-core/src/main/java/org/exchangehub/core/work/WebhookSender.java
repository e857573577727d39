package org.exchangehub.core.work;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts to webhooks: no redirects, no proxy, no cookies, and only to addresses that are permitted, which are looked up once for each
 * connection, so that a name cannot mean another address a moment later. What the other side answers is not read beyond its status.
 */
@Component
class WebhookSender {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final long WHOLE_MILLIS = 15_000;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8_192;

    private final WebhookSecrets secrets;
    private final CloseableHttpClient http;

    WebhookSender(WebhookSecrets secrets, WebhookAddresses addresses) {
        this.secrets = secrets;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Permitted(addresses))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .setMaxLineLength(LONGEST_LINE)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .setUserAgent("exchange-hub")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private record Permitted(WebhookAddresses addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return addresses.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * Posts a message.
     *
     * @param id the same for every attempt, by which the other side knows what it has already
     * @return the status of the answer
     * @throws IOException when there was none, or the address is not permitted
     */
    int post(Webhook webhook, String id, Instant at, byte[] body) throws IOException {
        HttpPost request = new HttpPost(webhook.url());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        request.setHeader("webhook-signature", secrets.signatures(webhook, id, at, body));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        Thread limit = Thread.ofVirtual().name("hub-webhook-limit").start(() -> cancelLate(request));
        try (var answer = http.executeOpen(null, request, null)) {
            request.cancel(); // the status is all there is to know
            return answer.getCode();
        } finally {
            limit.interrupt();
        }
    }

    /** A side that sends its answer drop by drop holds nobody up. */
    private static void cancelLate(HttpPost request) {
        try {
            Thread.sleep(WHOLE_MILLIS);
            request.cancel();
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a failure says, short. */
    static String said(@Nullable Throwable failure) {
        String text = String.valueOf(failure);
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
