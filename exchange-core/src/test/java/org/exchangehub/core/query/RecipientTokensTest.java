package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.schemas.masking.DataElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipientTokensTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @TempDir
    private Path directory = Path.of("");

    private RecipientTokens tokens(String secret, int epoch) throws IOException {
        return new RecipientTokens(new TokenSettings(Files.writeString(directory.resolve("secret"), secret), epoch));
    }

    private static Caller caller(String department, String client) {
        return new Caller("subject", "name", client, department, Set.of(), Caller.Kind.APPLICATION);
    }

    @Test
    void areThoseOfTheGuide() throws IOException {
        assertThat(tokens(SECRET + "\n", 1)
                        .of(caller("administrative-approval", "app-licensing"))
                        .apply(new DataElement("citizen-id", true))
                        .token("11010519491231002X"))
                .isEqualTo("t1.krls6bxldcqcpdkq2gafqy4bha");
    }

    @Test
    void sayWithWhichSecretTheyWereMade() throws IOException {
        assertThat(tokens(SECRET, 2)
                        .of(caller("administrative-approval", "app-licensing"))
                        .apply(new DataElement("citizen-id", true))
                        .token("11010519491231002X"))
                .startsWith("t2.");
    }

    @Test
    void stopTheStartWithoutASecretThatIsLongEnough() {
        for (String secret : new String[] {"", "c2hvcnQ", "not base 64!"}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> tokens(secret, 1))
                    .withMessageContaining("hub.tokens.secret-file");
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> new RecipientTokens(new TokenSettings(directory.resolve("nowhere"), 1)))
                .withMessageContaining("nowhere");
    }
}
