package org.exchangehub.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTests {

    @TempDir
    Path root;

    private StateDirectory state;
    private ChildProcess process;

    @BeforeEach
    void sleepsAsAnEngine() {
        state = new StateDirectory(root);
        process = new ChildProcess(state, "sleeper");
    }

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void isFoundAgainByAnotherCommand() {
        process.start(List.of("sleep", "60"), root, Map.of());

        assertThat(new ChildProcess(state, "sleeper").running()).isPresent();
    }

    @Test
    void endsWithEverythingItHasStarted() throws Exception {
        process.start(List.of("sh", "-c", "sleep 60 & sleep 60; true"), root, Map.of());
        ProcessHandle parent = process.running().orElseThrow();
        while (parent.descendants().count() < 2) {
            Thread.sleep(20);
        }
        List<ProcessHandle> children = parent.descendants().toList();

        process.stop();

        assertThat(process.running()).isEmpty();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void endsWhatAHalfDeadEarlierRunHasLeftBehind() throws Exception {
        process.start(List.of("sh", "-c", "sleep 60 & sleep 60; true"), root, Map.of());
        ProcessHandle parent = process.running().orElseThrow();
        while (parent.descendants().count() < 2) {
            Thread.sleep(20);
        }
        List<ProcessHandle> children = parent.descendants().toList();
        parent.destroyForcibly();
        parent.onExit().join();
        assertThat(children).allMatch(ProcessHandle::isAlive);

        process.start(List.of("sleep", "60"), root, Map.of());

        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(process.running()).isPresent();
    }

    @Test
    void takesNoOtherProgramThatGotTheSameNumberForItsOwn() {
        ObjectNode stale =
                Json.object().put("pid", ProcessHandle.current().pid()).put("startedAt", 1L);
        Json.write(state.run("sleeper"), stale);

        assertThat(process.running()).isEmpty();
        process.stop();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(Files.exists(state.run("sleeper"))).isFalse();
    }

    @Test
    void explainsADamagedRunFile() {
        StateDirectory.write(state.run("sleeper"), "half a wr".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(process::running)
                .isInstanceOf(Explained.class)
                .hasMessageContaining("is damaged; remove it");
        StateDirectory.delete(state.run("sleeper"));
    }
}
