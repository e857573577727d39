package org.exchangehub.core.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Starts a program of the hub's own class path in a process of its own: a small heap, files only in a directory of its own, none of
 * the hub's environment (so no secret in it) and none of its open files, which Java never hands on.
 *
 * @param program its main class
 * @param heapMebibytes most that its heap may be
 */
record ProgramStart(String program, int heapMebibytes) {

    /** In the hub's jar as it is built, which holds its libraries as jars; an unpacked hub and tests have a plain class path. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** What names of files are encoded in; nothing else is handed on. */
    private static final List<String> KEPT = List.of("LANG", "LC_ALL", "LC_CTYPE");

    static final ProgramStart PARQUET = new ProgramStart(ParquetProgram.class.getName(), 512);

    /** @param room the directory for its files, its standard error among them */
    Process start(Path room, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-XX:MaxDirectMemorySize=" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // Java says on standard output, among the rows, that it is about to end.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash",
                // A crash would be told of there too.
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "--enable-native-access=ALL-UNNAMED",
                // Damaged deflate goes to the JDK's code, not to whatever library the machine has.
                "-Dhardwood.uselibdeflate=false",
                // One page of a column at a time ahead of the rows instead of eight: a file of 80 columns fits, no
                // slower.
                "-Dhardwood.internal.maxOutstanding=1",
                "-Djava.io.tmpdir=" + room,
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path"))));
        if (ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") == null) {
            command.add(program);
        } else {
            command.add(command.size() - 2, "-Dloader.main=" + program);
            command.add(LAUNCHER);
        }
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(errors(room).toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        return builder.start();
    }

    static Path errors(Path room) {
        return room.resolve("errors");
    }
}
