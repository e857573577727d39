package org.exchangehub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.exchangehub.engines.Explained;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Lets Jazzer look for input that breaks the standards library, beginning with the inputs kept beside its tests. What it comes to
 * know stays under {@code schemas/target/fuzz}, so that the next run goes on from there.
 */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Looks for input that breaks the standards library; prints what it finds as a line to keep.")
final class FuzzCommand implements Callable<Integer> {

    private static final String FUZZER = "org.exchangehub.schemas.fuzz.Fuzzer";
    /** Of one input; what takes longer is a finding. */
    private static final int SECONDS_OF_AN_INPUT = 10;

    private final Installation installation;
    private final PrintWriter out;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "One target, e.g. identifiers; all of them one after the other when left out.")
    private @Nullable String name;

    @Option(names = "--minutes", paramLabel = "N", description = "For each target; 5 unless said.")
    private int minutes = 5;

    FuzzCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        build();
        List<String> targets = lines("targets");
        if (name != null && !targets.contains(name)) {
            throw new Explained("There is no target " + name + "; there are " + String.join(", ", targets) + ".");
        }
        int found = 0;
        for (String target : name == null ? targets : List.of(name)) {
            found += fuzz(target);
        }
        return found == 0 ? 0 : 1;
    }

    private void build() throws IOException, InterruptedException {
        List<String> maven = List.of(
                System.getenv().getOrDefault("HUB_MAVEN", "mvn"),
                "-B",
                "-q",
                "-Pfuzz",
                "-pl",
                "schemas",
                "process-test-classes",
                "-Dspotless.check.skip",
                "-Denforcer.skip");
        if (process(maven, installation.checkout()).inheritIO().start().waitFor() != 0) {
            throw new Explained("The standards library could not be built; the first error above says why.");
        }
    }

    /** How many inputs broke the target. */
    private int fuzz(String target) throws IOException, InterruptedException {
        Path work = built().resolve("fuzz").resolve(target);
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        Path broke = Files.createDirectories(work.resolve("broke"));
        lines("unpack", target, corpus.toString());
        List<String> command = java("-Xmx700m");
        command.addAll(List.of(
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FUZZER,
                "--target_args=" + target,
                "--instrumentation_includes=org.exchangehub.**",
                "--instrumentation_excludes=org.exchangehub.schemas.fuzz.**",
                "--custom_hook_excludes=**",
                "--keep_going=10",
                "-max_total_time=" + minutes * 60L,
                "-timeout=" + SECONDS_OF_AN_INPUT,
                "-rss_limit_mb=3000",
                "-artifact_prefix=" + broke + "/",
                corpus.toString()));
        out.println("fuzzing " + target + " for " + minutes + " min …");
        process(command, work).inheritIO().start().waitFor();
        try (Stream<Path> inputs = Files.list(broke)) {
            List<Path> all = inputs.sorted().toList();
            for (Path input : all) {
                out.println("broke " + target + ": " + String.join("", lines("line", input.toString())));
            }
            return all.size();
        }
    }

    private List<String> lines(String... words) throws IOException, InterruptedException {
        List<String> command = java("-XX:TieredStopAtLevel=1");
        command.add(FUZZER);
        command.addAll(List.of(words));
        Process process = process(command, built())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Explained("The fuzzer could not do " + String.join(" ", words) + "; see above.");
        }
        return said.lines().toList();
    }

    private List<String> java(String option) {
        String separator = System.getProperty("path.separator");
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                String.join(
                        separator,
                        built().resolve("test-classes").toString(),
                        built().resolve("classes").toString(),
                        built().resolve("fuzz/lib") + "/*")));
    }

    private Path built() {
        return installation.checkout().resolve("schemas/target");
    }

    private static ProcessBuilder process(List<String> command, Path folder) {
        return new ProcessBuilder(command).directory(folder.toFile());
    }
}
