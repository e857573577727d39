package org.exchangehub.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.contract.Schemas.ID;
import static org.exchangehub.core.contract.Schemas.NAME;
import static org.exchangehub.core.contract.Schemas.NOTE;
import static org.exchangehub.core.contract.Schemas.field;
import static org.exchangehub.core.contract.Schemas.thing;

import java.util.UUID;
import org.exchangehub.core.contract.SchemaRegistry.Compatibility;
import org.exchangehub.core.contract.SchemaRegistry.Registration;
import org.junit.jupiter.api.Test;

/** What the hub expects of a schema registry; every registry behind the port runs it. */
abstract class SchemaRegistryContract {

    private static final String FIRST = thing(ID, NAME);
    private static final String SECOND = thing(ID, NAME, NOTE);
    private static final String BREAKING = thing(ID, field(2, "name", "\"long\""));

    private final String subject = "contract-" + UUID.randomUUID() + "-value";

    abstract SchemaRegistry registry();

    private int register(String schema) {
        return ((Registration.Registered) registry().register(subject, schema)).id();
    }

    @Test
    void keepsVersionsOfASubjectUnderIds() {
        int first = register(FIRST);
        int second = register(SECOND);

        assertThat(second).isNotEqualTo(first);
        assertThat(registry().versions(subject)).containsExactly(1, 2);
        assertThat(registry().version(subject, 2))
                .hasValueSatisfying(held -> assertThat(held.id()).isEqualTo(second));
        assertThat(registry().schema(first)).isPresent();
        assertThat(registry().subjects()).contains(subject);
    }

    @Test
    void givesTheSameSchemaTheSameId() {
        assertThat(register(FIRST)).isEqualTo(register(FIRST));
        assertThat(registry().versions(subject)).containsExactly(1);
        assertThat(registry().lookup(subject, FIRST)).isPresent();
        assertThat(registry().lookup(subject, SECOND)).isEmpty();
    }

    @Test
    void keepsTheHubsProperties() {
        int id = register(FIRST);

        assertThat(registry().schema(id))
                .hasValueSatisfying(text -> assertThat(text).contains("hub.key", "hub.id", "字段"));
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        assertThat(registry().versions(subject)).isEmpty();
        assertThat(registry().version(subject, 1)).isEmpty();
        assertThat(registry().schema(Integer.MAX_VALUE)).isEmpty();
        assertThat(registry().lookup(subject, FIRST)).isEmpty();
        assertThat(registry().compatibility(subject)).isEmpty();
        registry().delete(subject, 1);
        registry().delete(subject);
    }

    @Test
    void enforcesFullTransitiveOnceToldTo() {
        register(FIRST);
        registry().setCompatibility(subject, Compatibility.FULL_TRANSITIVE);

        assertThat(registry().compatibility(subject)).hasValue(Compatibility.FULL_TRANSITIVE);
        assertThat(registry().compatible(subject, SECOND)).isTrue();
        assertThat(registry().compatible(subject, BREAKING)).isFalse();
        assertThat(registry().register(subject, BREAKING)).isInstanceOf(Registration.Incompatible.class);
        assertThat(registry().register(subject, SECOND)).isInstanceOf(Registration.Registered.class);
    }

    @Test
    void refusesWhatIsNoAvroSchema() {
        assertThat(registry().register(subject, "{\"type\": \"recorb\"}")).isInstanceOf(Registration.Invalid.class);
    }

    @Test
    void forgetsADeletedVersion() {
        register(FIRST);
        registry().setCompatibility(subject, Compatibility.NONE);
        register(BREAKING);

        registry().delete(subject, 1);

        assertThat(registry().versions(subject)).containsExactly(2);
        registry().delete(subject);
        assertThat(registry().versions(subject)).isEmpty();
    }
}
