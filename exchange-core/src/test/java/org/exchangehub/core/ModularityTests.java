package org.exchangehub.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(HubApplication.class);

    @Test
    void keepsTheBoundariesBetweenPackages() {
        modules.verify();
    }

    @Test
    void knowsThePackagesOfTheHouse() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("audit", "identity", "problem", "catalog", "contract", "access", "flow", "publication");
    }

    /** Written to {@code target/spring-modulith-docs}. */
    @Test
    void drawsTheModuleDiagram() {
        new Documenter(modules).writeModulesAsPlantUml(DiagramOptions.defaults());
    }
}
