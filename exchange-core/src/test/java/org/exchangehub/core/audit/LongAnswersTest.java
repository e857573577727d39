package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LongAnswersTest {

    private static final byte[] ROWS = "a\nb\n".getBytes(StandardCharsets.UTF_8);

    private final LogParts.Place place = LogParts.Place.fresh();

    @Nested
    class AnAnswerSentToItsEnd {

        @Test
        void hasAnIntentBeforeItsFirstByteAndAnEndingThatSaysWhatWasSent() throws Exception {
            try (LogParts parts = new LogParts(place)) {
                LongAnswer answer = begun(parts);
                long intent = answer.evidence().index();
                assertThat(parts.leaf(intent).path("part").asString()).isEqualTo("INTENT");

                ByteArrayOutputStream sent = new ByteArrayOutputStream();
                answer.send(sent, out -> {
                    assertThat(sent.size()).isZero();
                    out.write(ROWS);
                    return 2;
                });

                long index = intent + 1;
                JsonNode ending = parts.leaf(index);
                assertThat(ending.path("kind").asString()).isEqualTo("ANSWER_ENDED");
                assertThat(ending.path("outcome").asString()).isEqualTo("COMPLETED");
                assertThat(ending.path("intent").asLong()).isEqualTo(intent);
                assertThat(ending.path("rows").asLong()).isEqualTo(2);
                assertThat(ending.path("bytes").asLong()).isEqualTo(ROWS.length);
                assertThat(ending.has("durationMillis")).isTrue();
                assertThat(parts.personal(index).orElseThrow().path("digest").asString())
                        .isEqualTo("sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                                .digest(ROWS))
                                + ":");
            }
        }
    }

    @Nested
    class AnAnswerCutShort {

        @Test
        void isAbortedWhenItsReceiverGoesAway() {
            try (LogParts parts = new LogParts(place)) {
                LongAnswer answer = begun(parts);

                assertThatThrownBy(() -> answer.send(new Gone(), out -> {
                            out.write(ROWS);
                            return 2;
                        }))
                        .isInstanceOf(IOException.class);

                JsonNode ending = parts.leaf(answer.evidence().index() + 1);
                assertThat(ending.path("outcome").asString()).isEqualTo("ABORTED");
                assertThat(ending.path("bytes").asLong()).isZero();
                assertThat(ending.has("rows")).isFalse();
            }
        }

        @Test
        void hasFailedWhenItCannotBeMade() {
            try (LogParts parts = new LogParts(place)) {
                LongAnswer answer = begun(parts);

                assertThatThrownBy(() -> answer.send(OutputStream.nullOutputStream(), out -> {
                            out.write(ROWS);
                            throw new IllegalStateException("the database went away");
                        }))
                        .hasMessageContaining("went away");

                JsonNode ending = parts.leaf(answer.evidence().index() + 1);
                assertThat(ending.path("outcome").asString()).isEqualTo("FAILED");
                assertThat(ending.path("bytes").asLong()).isEqualTo(ROWS.length);
            }
        }
    }

    @Nested
    class AnAnswerWhoseInstanceDied {

        @Test
        void getsAnUnknownEndOnceTheInstanceIsTakenForDead() {
            long intent;
            try (LogParts dying = new LogParts(place)) {
                intent = begun(dying).evidence().index();
            }
            try (LogParts other = new LogParts(place)) {
                LongAnswers answers = other.part(LongAnswers.class);
                answers.run();
                assertThat(ending(other, intent)).as("while its lease holds").isEmpty();
                place.owner()
                        .sql(
                                "update hub.lease set expires_at = now() - interval '1 s' where name like 'long-answers:%'")
                        .update();

                answers.run();
                answers.run();

                JsonNode ending = ending(other, intent).orElseThrow();
                assertThat(ending.path("outcome").asString()).isEqualTo("UNKNOWN");
                assertThat(ending.path("dataset").asString()).isEqualTo("207001-000001");
                assertThat(other.part(LogStore.class).head().size())
                        .as("ended once")
                        .isEqualTo(intent + 2);
            }
        }

        private static Optional<JsonNode> ending(LogParts parts, long intent) {
            return LongStream.range(
                            intent + 1, parts.part(LogStore.class).head().size())
                    .mapToObj(parts::leaf)
                    .filter(leaf -> leaf.path("intent").asLong(-1) == intent)
                    .findFirst();
        }
    }

    private static LongAnswer begun(LogParts parts) {
        return parts.part(AuditLog.class).begin(LogParts.fact().build());
    }

    private static final class Gone extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("the receiver is gone");
        }
    }
}
