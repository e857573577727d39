package org.exchangehub.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exchangehub.tlog.Witness.Answer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private static final Clock AT = Clock.fixed(Instant.ofEpochSecond(1_679_315_147), ZoneOffset.UTC);

    private final TestLog log = new TestLog().grownTo(70);
    private final CosignatureSigner signer = TestLog.witness("witness.example/w1");
    private final Remembered memory = new Remembered();
    private final Witness witness = new Witness(signer, List.of(log.signer.key()), memory, AT);

    /** A memory that forgets with the test. */
    static final class Remembered implements Witness.Memory {

        final Map<String, String> last = new ConcurrentHashMap<>();
        final List<String> accused = new ArrayList<>();
        boolean broken;

        @Override
        public Optional<String> last(String origin) {
            return Optional.ofNullable(last.get(origin));
        }

        @Override
        public void keep(String origin, String note) throws IOException {
            if (broken) {
                throw new IOException("the disk is full");
            }
            last.put(origin, note);
        }

        @Override
        public void accuse(String origin, String kept, String contradicting) {
            accused.add(kept + contradicting);
        }
    }

    @Nested
    class AContinuation {

        @Test
        void isCosignedFromNothingOn() throws IOException {
            Answer answer = witness.add(request(0, 40));

            assertThat(answer.status()).isEqualTo(200);
            SignedNote cosigned = SignedNote.parse(log.checkpoint(40) + answer.body());
            cosigned.verify(log.signer.key());
            assertThat(signer.key().on(cosigned))
                    .hasValueSatisfying(
                            cosignature -> assertThat(cosignature.at()).isEqualTo(AT.instant()));
        }

        @Test
        void isCosignedFromEverySizeToEveryLargerOne() throws IOException {
            for (int older = 1; older < 20; older++) {
                for (int newer = older; newer <= 20; newer++) {
                    memory.last.put(TestLog.ORIGIN, log.checkpoint(older));

                    assertThat(witness.add(request(older, newer)).status()).isEqualTo(200);
                }
            }
        }

        @Test
        void isCosignedAgainWhenItIsAskedForAgain() throws IOException {
            witness.add(request(0, 40));

            assertThat(witness.add(request(40, 40)).status()).isEqualTo(200);
        }

        @Test
        void isCosignedUnderANewKeyOfTheLogToo() throws IOException {
            NoteSigner rotated = TestLog.signer(TestLog.ORIGIN);
            Witness both = new Witness(signer, List.of(log.signer.key(), rotated.key()), memory, AT);
            both.add(request(0, 40));
            String text = SignedNote.parse(log.checkpoint(50)).text();
            String body = new AddCheckpoint(
                            40,
                            log.proofs().consistency(40, 50),
                            rotated.sign(text).encode())
                    .encode();

            assertThat(both.add(body).status()).isEqualTo(200);
        }
    }

    @Nested
    class AnythingElse {

        @Test
        void ofAnotherOldSizeIsAnsweredWithTheLastOne() throws IOException {
            witness.add(request(0, 40));

            assertThat(witness.add(request(0, 50))).isEqualTo(new Answer.Conflict(40));
            assertThat(witness.add(request(39, 50)).body()).isEqualTo("40\n");
        }

        @Test
        void smallerThanTheLastOneIsNeverCosigned() throws IOException {
            witness.add(request(0, 40));

            assertThat(witness.add(request(0, 30)).status()).isEqualTo(409);
            assertThat(witness.add(new AddCheckpoint(40, List.of(), log.checkpoint(30)).encode())
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void ofTheSameSizeAndAnotherRootIsAConflictThatIsKeptAsProof() throws IOException {
            witness.add(request(0, 40));
            String fork = log.signed(new Checkpoint(TestLog.ORIGIN, 40, Hash.OF_NOTHING));

            assertThat(witness.add(new AddCheckpoint(40, List.of(), fork).encode()))
                    .isEqualTo(new Answer.Conflict(40));
            assertThat(memory.accused).singleElement().asString().contains(fork).contains(log.checkpoint(40));
        }

        @Test
        void thatDoesNotContinueTheLastOneIsUnprocessable() throws IOException {
            witness.add(request(0, 40));
            String fork = log.signed(new Checkpoint(TestLog.ORIGIN, 50, Hash.OF_NOTHING));
            List<Hash> proof = log.proofs().consistency(40, 50);

            assertThat(witness.add(new AddCheckpoint(40, proof, fork).encode()).status())
                    .isEqualTo(422);
            assertThat(witness.add(new AddCheckpoint(40, List.of(), log.checkpoint(50)).encode())
                            .status())
                    .isEqualTo(422);
            assertThat(memory.last.get(TestLog.ORIGIN)).isEqualTo(log.checkpoint(40));
        }

        @Test
        void withAProofFromNothingIsUnprocessable() throws IOException {
            List<Hash> needless = List.of(Hash.OF_NOTHING);

            assertThat(witness.add(new AddCheckpoint(0, needless, log.checkpoint(40)).encode())
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void ofAnUnknownLogIsNotFound() throws IOException {
            TestLog other = new TestLog("other.example/log").grownTo(3);

            assertThat(witness.add(new AddCheckpoint(0, List.of(), other.checkpoint()).encode())
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void notSignedByTheLogIsForbidden() throws IOException {
            String text = SignedNote.parse(log.checkpoint(40)).text();
            String forged = TestLog.signer(TestLog.ORIGIN).sign(text).encode();

            assertThat(witness.add(new AddCheckpoint(0, List.of(), forged).encode())
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void thatIsNoRequestIsBad() throws IOException {
            String honest = request(0, 40);
            for (String body : List.of(
                    "",
                    "old 00\n\n" + log.checkpoint(40),
                    "old -1\n\n" + log.checkpoint(40),
                    honest.replace("old 0\n", "old 0\r\n"),
                    "old 0\nAAAA\n\n" + log.checkpoint(40),
                    "old 0\n" + (Hash.OF_NOTHING.base64() + "\n").repeat(64) + "\n" + log.checkpoint(40),
                    "old 0\n\n" + SignedNote.parse(log.checkpoint(40)).text())) {
                assertThat(witness.add(body).status()).as(body).isEqualTo(400);
            }
        }
    }

    @Test
    void signsNothingItCannotRemember() throws IOException {
        memory.broken = true;

        assertThatThrownBy(() -> witness.add(request(0, 40))).isInstanceOf(IOException.class);

        memory.broken = false;
        assertThat(witness.add(request(0, 30)).status()).isEqualTo(200);
    }

    @Test
    void neverCosignsTwoHeadsOfOneSizeHoweverManyAskAtOnce() throws Exception {
        TestLog fork = new TestLog(log.signer).grownTo(9);
        fork.append("another past".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        fork.grownTo(70);
        Set<String> cosigned = ConcurrentHashMap.newKeySet();
        List<Future<?>> askers = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                TestLog teller = i % 2 == 0 ? log : fork;
                int size = 1 + i % 60;
                askers.add(all.submit(() -> {
                    long old = witness.add(request(teller, 0, size)) instanceof Answer.Conflict(long last) ? last : 0;
                    if (old <= size && witness.add(request(teller, old, size)) instanceof Answer.Cosigned) {
                        cosigned.add(
                                Checkpoint.unverified(teller.checkpoint(size)).text());
                    }
                    return null;
                }));
            }
            for (Future<?> asker : askers) {
                asker.get();
            }
        }

        Set<Long> sizes = new HashSet<>();
        assertThat(cosigned)
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(sizes.add(Checkpoint.parse(text).size())).isTrue());
    }

    private String request(long older, long newer) {
        return request(log, older, newer);
    }

    private static String request(TestLog teller, long older, long newer) {
        List<Hash> proof = older <= newer ? teller.proofs().consistency(older, newer) : List.of();
        return new AddCheckpoint(older, proof, teller.checkpoint(newer)).encode();
    }
}
