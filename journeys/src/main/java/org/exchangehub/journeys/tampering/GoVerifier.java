package org.exchangehub.journeys.tampering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.tlog.WitnessKey;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code sumdb/tlog} and {@code sumdb/note} as Debian packages them (golang-go, golang-golang-x-mod-dev), behind a
 * program of ours that reads files and asks them.
 */
public final class GoVerifier implements Judge {

    /** What is said where it is not installed. */
    public static final String ABSENT = "Debian's golang-go and golang-golang-x-mod-dev are not installed";

    private static final Path PACKAGES = Path.of("/usr/share/gocode");

    private final Driven driven;
    private final Path folder;
    private final Map<String, Path> honest = new HashMap<>();
    private Map<String, byte[]> truth = Map.of();
    private int count;

    private GoVerifier(Driven driven, Path folder) {
        this.driven = driven;
        this.folder = folder;
    }

    /**
     * Builds and starts it; empty where Go or its library is not installed.
     *
     * @param drivers where the drivers' sources lie
     * @param folder to work in
     */
    public static Optional<GoVerifier> start(Path drivers, Path folder) throws IOException, InterruptedException {
        Optional<Path> go = Driven.program("go");
        if (go.isEmpty() || !Files.isDirectory(PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog"))) {
            return Optional.empty();
        }
        Path binary = Files.createDirectories(folder).resolve("verify");
        ProcessBuilder build = new ProcessBuilder(
                        go.get().toString(),
                        "build",
                        "-o",
                        binary.toString(),
                        drivers.resolve("verify.go").toString())
                .inheritIO();
        build.environment().put("GO111MODULE", "off");
        build.environment().put("GOPATH", PACKAGES.toString());
        build.environment().put("GOCACHE", folder.resolve("cache").toString());
        if (build.start().waitFor() != 0) {
            throw new IOException("the Go verifier in " + drivers + " does not build");
        }
        return Optional.of(new GoVerifier(new Driven("Go", List.of(binary.toString())), folder));
    }

    @Override
    public String name() {
        return "Go x/mod sumdb";
    }

    @Override
    public Judgement judge(Lie shown, TrueLog known) throws IOException {
        Path job = Files.createDirectories(folder.resolve("job-" + count++));
        List<String> words = new ArrayList<>();
        byte[] entry = shown.entry();
        if (entry != null) {
            words.addAll(List.of("receipt", written(job, "receipt", shown.receipt())));
            words.add(Files.write(job.resolve("entry"), entry).toString());
            words.add(known.key().vkey());
        } else {
            publish(job.resolve("log"), shown.files(), known);
            words.addAll(
                    List.of("log", job.resolve("log").toString(), known.key().vkey()));
            words.add(written(job, "earlier", shown.earlier()));
            words.add(written(job, "receipt", shown.receipt()));
        }
        words.add(String.valueOf(shown.quorum()));
        known.witnesses().stream().map(WitnessKey::vkey).forEach(words::add);
        return driven.asked(String.join(" ", words));
    }

    private static String written(Path job, String name, @Nullable String text) throws IOException {
        return text == null ? "-" : Files.writeString(job.resolve(name), text).toString();
    }

    /** Files that are as in the true log are links to one copy of it. */
    private void publish(Path directory, Map<String, byte[]> files, TrueLog known) throws IOException {
        if (truth.isEmpty()) {
            truth = known.files();
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("").normalize());
            if (Arrays.equals(file.getValue(), truth.get(file.getKey()))) {
                Files.createLink(path, honest(file.getKey(), file.getValue()));
            } else {
                Files.write(path, file.getValue());
            }
        }
    }

    private Path honest(String path, byte[] content) throws IOException {
        Path file = honest.get(path);
        if (file == null) {
            file = Files.createDirectories(folder.resolve("honest")).resolve(path.replace('/', '_'));
            Files.write(file, content);
            honest.put(path, file);
        }
        return file;
    }

    @Override
    public void close() {
        driven.close();
    }
}
