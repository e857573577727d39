package org.exchangehub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** People in a real browser; skipped where Chromium or a Chinese font is not installed. */
@Order(3)
class BrowserJourneyTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Test
    void peopleFindTheirWayInChineseAndEnglish() throws Exception {
        assumeThat(Files.isExecutable(CHROMIUM))
                .as("Chromium at %s (Debian package chromium)", CHROMIUM)
                .isTrue();
        assumeThat(output("fc-list", ":lang=zh"))
                .as("a Chinese font (Debian package fonts-noto-cjk)")
                .isNotEmpty();
        RunningHub hub = RunningHub.shared();
        Path pages = Path.of("..", "catalog-ui").toAbsolutePath().normalize();
        Path said = Path.of("target", "browser-journey.txt").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder("node", "e2e/journey.mjs")
                .directory(pages.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("HUB_URL", hub.endpoints.hub().toString());
        builder.environment()
                .put("HUB_PEOPLE", hub.stack.state().secrets().resolve("people").toString());
        builder.environment()
                .put(
                        "SCREENSHOTS",
                        Path.of("target", "screenshots").toAbsolutePath().toString());

        Process journey = builder.start();

        assertThat(journey.waitFor(5, TimeUnit.MINUTES)).as("the journey ended").isTrue();
        assertThat(journey.exitValue()).as(Files.readString(said)).isZero();
    }

    private static String output(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        } catch (IOException notInstalled) {
            return "";
        }
    }
}
