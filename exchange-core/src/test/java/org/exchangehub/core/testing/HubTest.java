package org.exchangehub.core.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.exchangehub.core.HubApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test against a running hub on a real PostgreSQL, with a local issuer in Keycloak's place. Classes with the same
 * configuration share one hub and one database, so keep to dataset codes of your own. Take a {@link HubClient} in the
 * constructor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = HubApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = HubTestEnvironment.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface HubTest {}
