package org.exchangehub.schemas.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Jazzer calls (its {@code --target_class}, the target's name being {@code --target_args}); started by itself it lists the
 * targets, unpacks the inputs kept, and prints new ones as the lines to keep.
 */
public final class Fuzzer {

    private static FuzzTarget target = input -> {
        throw new IllegalStateException("no target chosen");
    };

    private Fuzzer() {}

    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTargets.named(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        target.take(input);
    }

    /** {@code targets}, {@code unpack TARGET FOLDER} or {@code line FILE}. */
    public static void main(String... arguments) throws IOException {
        switch (arguments[0]) {
            case "targets" -> FuzzTargets.all().keySet().forEach(System.out::println);
            case "unpack" -> Corpus.unpack(arguments[1], Path.of(arguments[2]));
            case "line" -> System.out.println(Corpus.line(Files.readAllBytes(Path.of(arguments[1]))));
            default -> throw new IllegalArgumentException("targets, unpack or line, not " + arguments[0]);
        }
    }
}
