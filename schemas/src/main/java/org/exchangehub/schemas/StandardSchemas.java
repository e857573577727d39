package org.exchangehub.schemas;

import java.util.List;
import java.util.Optional;

/** The schemas that come with the hub. */
public final class StandardSchemas {

    /** One published file: {@code <dataset>/<version>.avsc}, version as in {@code 1-0-0}. */
    public record Bundled(String dataset, String version, String avsc) {
        public StandardSchema schema() {
            return StandardSchema.parse(avsc);
        }
    }

    private StandardSchemas() {}

    /** All versions of all datasets, oldest version first within a dataset. */
    public static List<Bundled> all() {
        return List.of();
    }

    /** The Avro text of one version, e.g. {@code find("legal-person", "1-0-0")}. */
    public static Optional<String> find(String dataset, String version) {
        return all().stream()
                .filter(bundled ->
                        bundled.dataset().equals(dataset) && bundled.version().equals(version))
                .map(Bundled::avsc)
                .findFirst();
    }
}
