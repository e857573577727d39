package org.exchangehub.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.engines.testing.Postgres;
import org.exchangehub.engines.testing.TestEngines;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Points the hub at a fresh database and the local issuer; engines a test does not need are addresses nobody is at. */
public final class HubTestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Bytes 0 to 31. */
    private static final String TOKEN_SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static final String NOBODY = "http://127.0.0.1:9";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> properties = new LinkedHashMap<>();
        try {
            settings(properties, Files.createTempDirectory("hub-test"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("hub test", properties));
        context.getBeanFactory()
                .registerSingleton("hubClient", new HubClient(TestTokens.shared(), context.getEnvironment()));
        context.addApplicationListener(event -> {
            if (event instanceof ContextRefreshedEvent) {
                departments(context.getBean(JdbcClient.class));
            }
        });
    }

    private static void settings(Map<String, Object> properties, Path directory) throws IOException {
        Postgres postgres = TestEngines.shared().postgres();
        properties.put("server.address", "127.0.0.1");
        properties.put("hub.url", "http://localhost");
        properties.put("hub.state-directory", Files.createDirectories(directory.resolve("state")));
        properties.put("hub.spool-directory", directory.resolve("spool"));
        properties.put("hub.database.url", postgres.jdbcUrl(postgres.freshDatabase("core")));
        for (String role : List.of("owner", "release", "reader", "log", "eraser")) {
            properties.put("hub.database." + role + ".username", "hub_" + role);
            properties.put(
                    "hub.database." + role + ".password-file",
                    Files.writeString(directory.resolve(role), postgres.password("hub_" + role)));
        }
        properties.put("hub.identity.issuer", TestTokens.shared().issuer());
        properties.put("hub.audit.origin", "hub.test/log");
        properties.put("hub.audit.signing-key-file", signingKey(directory));
        properties.put("hub.tokens.secret-file", Files.writeString(directory.resolve("tokens"), TOKEN_SECRET));
        properties.put("hub.search.url", NOBODY);
        properties.put("hub.registry.url", NOBODY + "/apis/ccompat/v7");
        properties.put("hub.flow.hub-url", "http://localhost");
        properties.put("hub.flow.nifi.url", "https://127.0.0.1:9");
        for (String file :
                List.of("key-store", "key-store-password-file", "trust-store", "trust-store-password-file")) {
            properties.put("hub.flow.nifi." + file, directory.resolve("nifi-" + file));
        }
    }

    private static Path signingKey(Path directory) throws IOException {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return Files.writeString(
                    directory.resolve("log.key.pem"),
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void departments(JdbcClient jdbc) {
        jdbc.sql("""
                insert into hub.department (code, uscc, title_zh, title_en) values
                    ('market-supervision', '11340200003001234X', '市场监督管理局', 'Market Supervision'),
                    ('administrative-approval', null, '行政审批局', 'Administrative Approval'),
                    ('data-bureau', null, '数据资源管理局', 'Data Bureau')
                on conflict do nothing
                """).update();
        jdbc.sql("""
                insert into hub.app_client (client, department) values
                    ('app-licensing', 'administrative-approval'), ('app-market', 'market-supervision'),
                    ('app-feed-reader', 'administrative-approval'), ('app-feed-keyless', 'administrative-approval'),
                    ('app-export-reader', 'administrative-approval'), ('app-export-query', 'administrative-approval'),
                    ('app-feed-tokens', 'administrative-approval'), ('app-ledger-reader', 'administrative-approval'),
                    ('app-records-reader', 'administrative-approval'), ('app-records-verifier', 'administrative-approval'),
                    ('app-records-late', 'administrative-approval'), ('app-records-minimised', 'administrative-approval'),
                    ('app-records-entitled', 'administrative-approval'), ('app-verification', 'administrative-approval')
                on conflict do nothing
                """).update();
    }
}
