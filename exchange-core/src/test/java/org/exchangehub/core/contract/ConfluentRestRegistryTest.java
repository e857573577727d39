package org.exchangehub.core.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.Test;

class ConfluentRestRegistryTest extends SchemaRegistryContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SchemaRegistry registry = new ConfluentRestRegistry(
            new RegistryProperties(TestEngines.shared().registry(), TIMEOUT));

    @Override
    SchemaRegistry registry() {
        return registry;
    }

    @Test
    void saysWhenNobodyIsThere() {
        SchemaRegistry nobody =
                new ConfluentRestRegistry(new RegistryProperties(URI.create("http://127.0.0.1:9/ccompat"), TIMEOUT));

        assertThatThrownBy(nobody::subjects)
                .isInstanceOf(HubProblem.class)
                .hasMessageStartingWith("The schema registry cannot be used, nothing was changed");
    }
}
