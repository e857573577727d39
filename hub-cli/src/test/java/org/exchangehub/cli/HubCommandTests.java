package org.exchangehub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCommandTests {

    @TempDir
    Path checkout;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Nested
    class OnAFreshCheckout {

        @Test
        void statusSaysWhatToDo() {
            assertThat(hub("status")).isEqualTo(3);
            assertThat(out.toString()).contains("Nothing has been started").contains("./hub up does it.");
            assertThat(checkout.resolve(".hub")).doesNotExist();
        }

        @Test
        void downHasNothingToStop() {
            assertThat(hub("down", "--wipe")).isZero();
            assertThat(out.toString()).contains("Nothing runs");
        }

        @Test
        void logsAndAddressesAreExplained() {
            assertThat(hub("logs", "nifi")).isEqualTo(1);
            assertThat(hub("open")).isEqualTo(1);
            assertThat(err.toString().lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("hub: ") && line.contains("./hub up"));
        }
    }

    @Test
    void showsTheEndOfALog() throws Exception {
        Path log = Files.createDirectories(checkout.resolve(".hub/logs")).resolve("nifi.log");
        Files.writeString(log, "first\nsecond\nthird\n");

        assertThat(hub("logs", "-n", "2", "nifi")).isZero();

        assertThat(out.toString().lines()).containsExactly("second", "third");
    }

    @Test
    void refusesToWorkOnWhatAnotherCommandWorksOn() throws Exception {
        Installation installation = installation();
        Files.createDirectories(installation.state());
        try (FileChannel other = FileChannel.open(
                        installation.state().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            Files.writeString(installation.state().resolve("ports.json"), "{}");

            assertThat(hub("down")).isEqualTo(1);
            assertThat(err.toString()).contains("wait until it has ended");
        }
    }

    @Test
    void sumsUpTheModulesTestsAndNotTheClasses() {
        TestCount count = new TestCount();
        count.add("[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in a.B");
        count.add("[WARNING] Tests run: 10, Failures: 0, Errors: 0, Skipped: 2");
        count.add("[ERROR] Tests run: 5, Failures: 1, Errors: 1, Skipped: 0");

        assertThat(count.total()).isEqualTo("Tests run: 15, Failures: 1, Errors: 1, Skipped: 2 (2 modules)");
    }

    private Installation installation() {
        return new Installation(checkout, checkout.resolve(".hub"));
    }

    private int hub(String... arguments) {
        return HubCommand.commandLine(installation(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
