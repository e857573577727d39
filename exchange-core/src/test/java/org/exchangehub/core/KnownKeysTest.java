package org.exchangehub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class KnownKeysTest {

    @Test
    void acceptsTheKeysThatAreRead() {
        assertThatCode(() -> check("hub.url", "hub.database.owner.password-file", "server.port"))
                .doesNotThrowAnyException();
    }

    @Test
    void stopsTheStartInOneSentenceThatNamesTheNearestKey() {
        var refused =
                catchThrowableOfType(UnknownConfigurationKey.class, () -> check("hub.database.owner.pasword-file"));

        assertThat(new UnknownKeyAnalyzer().analyze(refused, refused).getDescription())
                .isEqualTo("The configuration key hub.database.owner.pasword-file (in test) does not exist; "
                        + "the nearest one that does is hub.database.owner.password-file.");
    }

    private static void check(String... keys) {
        StandardEnvironment environment = new StandardEnvironment();
        for (String key : keys) {
            environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(key, "value")));
        }
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("hub", new RootBeanDefinition(HubSettings.class));
        beans.registerBeanDefinition("database", new RootBeanDefinition(DatabaseSettings.class));
        new KnownKeys(environment).postProcessBeanFactory(beans);
    }
}
