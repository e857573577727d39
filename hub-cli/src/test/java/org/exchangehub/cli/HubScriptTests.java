package org.exchangehub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub script on machines where something is missing: a PATH of its own, with stand-ins that only say a version. */
class HubScriptTests {

    private static final List<String> BASICS = List.of(
            "bash",
            "sh",
            "env",
            "cat",
            "cp",
            "dirname",
            "find",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "touch");

    @TempDir
    Path machine;

    @BeforeEach
    void aMachineWithBasicToolsOnly() throws IOException {
        Path bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : BASICS) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                Path real = Path.of(place + tool);
                if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), real);
                }
            }
        }
        Files.copy(Path.of("../hub"), machine.resolve("hub"));
        Files.createDirectories(machine.resolve(".mvn"));
    }

    @Test
    void asksForAJdk() throws Exception {
        aJdk("17.0.9");

        assertThat(hub()).startsWith("hub: a JDK 21 or newer is needed and none was found; install one");
    }

    @Test
    void asksForANewerMaven() throws Exception {
        aJdk("21.0.2");
        says("mvn", "Apache Maven 3.6.3 (abc)");

        assertThat(hub())
                .startsWith("hub: Maven 3.8.7 or newer is needed and ")
                .contains(" is 3.6.3; install a newer one");
    }

    @Test
    void asksForNode() throws Exception {
        aJdk("25");
        says("mvn", "Apache Maven 3.9.9 (abc)");

        assertThat(hub()).startsWith("hub: Node 20.19 or newer is needed to build the pages and none was found");

        says("node", "v20.18.1");
        assertThat(hub()).startsWith("hub: Node 20.19 or newer is needed to build the pages and v20.18.1 was found");
    }

    private void aJdk(String version) throws IOException {
        Path home = Files.createDirectories(machine.resolve("jdks/some-jdk/bin"));
        for (String program : List.of("java", "javac")) {
            executable(home.resolve(program), "#!/bin/sh\n");
        }
        Files.writeString(machine.resolve("jdks/some-jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void says(String program, String version) throws IOException {
        executable(machine.resolve("bin").resolve(program), "#!/bin/sh\necho '" + version + "'\n");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String hub() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(machine.resolve("hub").toString(), "up").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", machine.resolve("bin").toString(),
                        "HOME", machine.toString(),
                        "HUB_JDKS", machine.resolve("jdks").toString(),
                        "HUB_MAVEN", machine.resolve("bin/mvn").toString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        return said;
    }
}
