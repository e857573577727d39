package org.exchangehub.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The log is exported and checked offline, with one receipt, by the commands anybody would type. */
final class Proof {

    private final Path folder;
    private final ToIntFunction<String[]> command;
    private final HubApi hub;
    private final Narrator narrator;

    /**
     * A proof to be shown.
     *
     * @param folder where the log is exported to
     * @param command runs a hub command and gives its exit code
     */
    Proof(Path folder, ToIntFunction<String[]> command, HubApi hub, Narrator narrator) {
        this.folder = folder;
        this.command = command;
        this.hub = hub;
        this.narrator = narrator;
    }

    /**
     * Shows it for an answer that the receiver holds.
     *
     * @param evidence origin and index that came with the answer
     */
    void shown(Actor receiver, String evidence) {
        narrator.step("离线验证访问日志与回执", "The log is exported and verified offline, with a receipt of one answer");
        String index = evidence.substring(evidence.lastIndexOf('/') + 1);
        Path receipt = folder.resolve("entry-" + index + ".tlog-proof");
        Answer fetched = Patience.until("entry " + index + " is under a signed checkpoint", () -> {
            Answer answer = hub.get(receiver, "/api/v1/audit/entries/" + index + "/receipt");
            return answer.status() == 200 ? Optional.of(answer) : Optional.empty();
        });
        narrator.call(fetched);
        typed("audit", "export", folder.toString());
        try {
            Files.writeString(receipt, fetched.body().asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        typed(
                "audit",
                "verify",
                "--log",
                folder.toString(),
                "--key",
                folder.resolve("log.vkey").toString(),
                "--receipt",
                receipt.toString());
    }

    private void typed(String... words) {
        narrator.say("$ ./hub " + String.join(" ", words));
        int status = command.applyAsInt(words);
        if (status != 0) {
            throw new StoryBroken("./hub " + String.join(" ", words) + ": expected exit code 0, found " + status);
        }
    }
}
