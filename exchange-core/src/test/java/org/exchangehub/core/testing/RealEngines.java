package org.exchangehub.core.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.engines.testing.TestEngines;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A hub on the real Keycloak and the real Elasticsearch, for the tests that are about them. */
@HubTest
public abstract class RealEngines {

    private static final List<String> KEYS = List.of(
            "hub.identity.issuer",
            "hub.identity.admin.client",
            "hub.identity.admin.key-file",
            "hub.search.url",
            "hub.search.username",
            "hub.search.password-file");

    /** A key of the configuration the engines give a hub. */
    protected static String property(String key) {
        return Objects.requireNonNull(
                TestEngines.shared().exchangeCoreProperties("unused").get(key), key);
    }

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        TestEngines engines = TestEngines.shared();
        engines.postgres();
        engines.keycloak();
        engines.elasticsearch();
        Map<String, String> properties = engines.exchangeCoreProperties("unused");
        KEYS.forEach(key -> registry.add(key, () -> properties.get(key)));
        String index = "test-" + UUID.randomUUID();
        registry.add("hub.search.index", () -> index);
    }
}
