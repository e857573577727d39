package org.exchangehub.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas that come with the hub. */
public final class StandardSchemas {

    /** Digest and path of every published file, oldest version of a dataset first; it is the list of what there is. */
    private static final String PUBLISHED = "PUBLISHED";

    private static final List<Bundled> ALL = load();

    /** One published file: {@code <dataset>/<version>.avsc}, version as in {@code 1-0-0}. */
    public record Bundled(String dataset, String version, String avsc) {
        public StandardSchema schema() {
            return StandardSchema.parse(avsc);
        }
    }

    private StandardSchemas() {}

    /** All versions of all datasets, oldest version first within a dataset. */
    public static List<Bundled> all() {
        return ALL;
    }

    /** The Avro text of one version, e.g. {@code find("legal-person", "1-0-0")}. */
    public static Optional<String> find(String dataset, String version) {
        return ALL.stream()
                .filter(bundled ->
                        bundled.dataset().equals(dataset) && bundled.version().equals(version))
                .map(Bundled::avsc)
                .findFirst();
    }

    private static List<Bundled> load() {
        List<Bundled> all = new ArrayList<>();
        for (String line : text(PUBLISHED).lines().toList()) {
            String path = line.substring(line.lastIndexOf(' ') + 1);
            int slash = path.indexOf('/');
            String version = path.substring(slash + 1, path.length() - ".avsc".length());
            all.add(new Bundled(path.substring(0, slash), version, text(path)));
        }
        return List.copyOf(all);
    }

    private static String text(String path) {
        try (InputStream in = StandardSchemas.class.getResourceAsStream("avro/" + path)) {
            if (in == null) {
                throw new IllegalStateException("this library lacks its own resource avro/" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
