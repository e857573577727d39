package org.exchangehub.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.NoteSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path root;

    private StateDirectory state;
    private Secrets secrets;

    @BeforeEach
    void firstStart() {
        state = new StateDirectory(root);
        secrets = new Secrets(state);
    }

    @Test
    void areReadableByTheirOwnerOnly() throws Exception {
        Path password = secrets.passwordFile("people/market-steward");
        Path key = new Certificates(secrets, Clock.systemUTC()).logKey("localhost:1/log");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secrets())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void areMadeOnceAndDiffer() {
        String one = secrets.password("postgres/hub_owner");

        assertThat(new Secrets(state).password("postgres/hub_owner")).isEqualTo(one);
        assertThat(secrets.password("postgres/hub_reader")).isNotEqualTo(one);
    }

    @Test
    void holdTheLogsKeyAndWhatOutsidersVerifyWith() throws Exception {
        Path key = new Certificates(secrets, Clock.systemUTC()).logKey("localhost:1/log");

        NoteKey published = NoteKey.parse(StateDirectory.read(state.secrets().resolve("audit/log.vkey")));
        assertThat(published)
                .isEqualTo(NoteSigner.fromPem("localhost:1/log", key).key());
    }
}
