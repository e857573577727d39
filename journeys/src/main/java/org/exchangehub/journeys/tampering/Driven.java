package org.exchangehub.journeys.tampering;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangehub.journeys.tampering.Judge.Judgement;

/** A verifier in a process of its own: a line with a job goes in, a line with the judgement comes out. */
final class Driven implements AutoCloseable {

    private static final String REFUSED = "refused ";

    private final String name;
    private final Process process;
    private final BufferedWriter jobs;
    private final BufferedReader answers;

    Driven(String name, List<String> command) throws IOException {
        this.name = name;
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.jobs = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    Judgement asked(String job) throws IOException {
        jobs.write(job);
        jobs.newLine();
        jobs.flush();
        String answer = answers.readLine();
        if (answer == null || !(answer.equals("ok") || answer.startsWith(REFUSED))) {
            return new Judgement.Broke(name + " answered " + answer);
        }
        if (answer.contains("gave up")) {
            return new Judgement.Broke(answer);
        }
        return answer.equals("ok")
                ? new Judgement.Accepted()
                : new Judgement.Refused(answer.substring(REFUSED.length()));
    }

    /** A program of the PATH. */
    static Optional<Path> program(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
