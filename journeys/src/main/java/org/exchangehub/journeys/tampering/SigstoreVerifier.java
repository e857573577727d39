package org.exchangehub.journeys.tampering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sigstore's JavaScript verifier, which npm brings with it; it knows receipts, and neither whole logs nor witnesses. */
public final class SigstoreVerifier implements Judge {

    /** What is said where it is not installed. */
    public static final String ABSENT = "node, or an npm that brings @sigstore/verify with it, is not installed";

    private final Driven driven;
    private final Path folder;
    private int count;

    private SigstoreVerifier(Driven driven, Path folder) {
        this.driven = driven;
        this.folder = folder;
    }

    /**
     * Starts it; empty where it is not installed.
     *
     * @param drivers where the drivers' sources lie
     * @param folder to work in
     */
    public static Optional<SigstoreVerifier> start(Path drivers, Path folder) throws IOException {
        Optional<Path> node = Driven.program("node");
        Optional<Path> npm = Driven.program("npm");
        if (node.isEmpty() || npm.isEmpty()) {
            return Optional.empty();
        }
        // …/npm/bin/npm-cli.js
        Path library = npm.get()
                .toRealPath()
                .resolveSibling("../node_modules/@sigstore/verify")
                .normalize();
        if (!Files.exists(library.resolve("dist/tlog/merkle.js"))) {
            return Optional.empty();
        }
        List<String> command =
                List.of(node.get().toString(), drivers.resolve("verify.js").toString(), library.toString());
        Files.createDirectories(folder);
        return Optional.of(new SigstoreVerifier(new Driven("Sigstore", command), folder));
    }

    @Override
    public String name() {
        return "Sigstore (npm)";
    }

    @Override
    public boolean knows(Lie shown) {
        return shown.alone() && shown.quorum() == 0;
    }

    @Override
    public Judgement judge(Lie shown, TrueLog known) throws IOException {
        Path job = Files.createDirectories(folder.resolve("receipt-" + count++));
        byte[] entry = shown.entry();
        Path receipt = Files.writeString(job.resolve("receipt"), String.valueOf(shown.receipt()));
        Path said = Files.write(job.resolve("entry"), entry == null ? new byte[0] : entry);
        return driven.asked(String.join(
                " ", "receipt", receipt.toString(), said.toString(), known.key().vkey()));
    }

    @Override
    public void close() {
        driven.close();
    }
}
