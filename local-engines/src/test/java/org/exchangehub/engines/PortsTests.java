package org.exchangehub.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

    @TempDir
    Path root;

    @Test
    void staysWithThePortItChose() {
        int chosen = ports(true).of("hub", 8080);

        assertThat(ports(true).of("hub", 8080)).isEqualTo(chosen);
        assertThat(ports(false).of("hub", 8080)).isEqualTo(chosen);
    }

    @Test
    void takesTheNextFreePortWhenThePreferredOneIsTaken() throws IOException {
        try (ServerSocket other = listening()) {
            int chosen = ports(false).of("hub", other.getLocalPort());

            assertThat(chosen).isGreaterThan(other.getLocalPort()).isLessThan(other.getLocalPort() + 200);
        }
    }

    @Test
    void neverGivesOnePortToTwoEngines() throws IOException {
        int free;
        try (ServerSocket other = listening()) {
            free = other.getLocalPort();
        }
        Ports ports = ports(false);

        assertThat(ports.of("nifi", free)).isNotEqualTo(ports.of("registry", free));
    }

    @Test
    void explainsAPortThatWasTakenLater() throws IOException {
        Ports ports = ports(true);
        int chosen = ports.of("keycloak", 8180);
        assertThatCode(() -> ports.requireFree("keycloak", chosen)).doesNotThrowAnyException();

        try (ServerSocket other = new ServerSocket(chosen, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports.requireFree("keycloak", other.getLocalPort()))
                    .isInstanceOf(Explained.class)
                    .hasMessageContaining("Port " + chosen + " of keycloak is taken by another program; stop");
        }
    }

    private Ports ports(boolean anywhere) {
        return new Ports(new StateDirectory(root), anywhere);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
