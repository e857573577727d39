package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.exchangehub.tlog.Hash;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Every way the log may turn out not to be the one signed before, on real databases; each with its own sentence. */
class LogRefusalTest {

    private final LogParts.Place place = LogParts.Place.fresh();

    @Nested
    class ADatabase {

        @Test
        void restoredFromAnOlderBackupIsRefused() {
            new LogParts(place).grown(10).close();
            LogParts.Place backup = place.copied();
            new LogParts(place).grown(5).close();

            try (LogParts restored = new LogParts(backup)) {
                restored.signed();

                assertRefused(
                        restored, "A checkpoint of 15 entries was signed, the database holds 10", "as a backup has it");
            }
        }

        @Test
        void thatAnotherSequencerWroteOnUnderTheSameKeyIsRefused() {
            new LogParts(place).grown(10).close();
            LogParts.Place fork = place.copied();
            new LogParts(place).grown(5).close();
            new LogParts(fork.withState()).grown(7).close();

            try (LogParts crossed = new LogParts(fork)) {
                crossed.signed();

                assertRefused(crossed, "another log than the one signed before", "second sequencer");
            }
        }

        @Test
        void withAnotherCheckpointOfTheSameSizeIsRefused() {
            new LogParts(place).grown(10).close();
            LogParts.Place fork = place.copied();
            new LogParts(place).grown(5).close();
            new LogParts(fork.withState()).grown(5).close();

            try (LogParts crossed = new LogParts(fork)) {
                crossed.signed();

                assertRefused(crossed, "Two logs were signed with one key: of 15 entries", "second sequencer");
            }
        }
    }

    @Nested
    class AnotherKey {

        @Test
        void thanSignedTheLastCheckpointIsRefused() {
            new LogParts(place).grown(3).close();

            try (LogParts rekeyed = new LogParts(place.withKey())) {
                rekeyed.signed();

                assertRefused(rekeyed, "The signing key is not the one before", "in the database");
            }
        }
    }

    @Nested
    class TheHeadRow {

        @Test
        void setBackByHandIsRefusedByTheNextAppendAndByTheSigner() {
            try (LogParts parts = new LogParts(place).grown(4)) {
                byte[] roots = parts.part(LogStore.class).head().roots();
                // A tree of two entries has one root, as a tree of four has.
                place.owner()
                        .sql("update hub.log_head set size = 2, roots = ?")
                        .param(roots)
                        .update();

                assertThat(parts.refusal())
                        .hasValueSatisfying(said -> assertThat(said)
                                .startsWith("AUDIT_UNAVAILABLE")
                                .contains("head says that it holds 2 entries", "there already"));
                assertThat(parts.part(LogStanding.class).health().getStatus()).isEqualTo(Status.DOWN);

                parts.signed();
                assertRefused(parts, "it says 2 entries, the last there is has index 3");
            }
        }

        @Test
        void givenAnotherRootByHandIsRefused() {
            try (LogParts parts = new LogParts(place).grown(4)) {
                place.owner()
                        .sql("update hub.log_head set roots = ?")
                        .param(Hash.OF_NOTHING.bytes())
                        .update();

                parts.signed();

                assertRefused(parts, "The head row was changed by hand: its 4 entries lead to the root");
            }
        }

        @Test
        void withHalfARootRefusesAppendsAndLetsThemGoOnOnceItIsWhole() {
            try (LogParts parts = new LogParts(place).grown(4)) {
                byte[] roots = parts.part(LogStore.class).head().roots();
                place.owner().sql("update hub.log_head set roots = '\\x00'").update();

                assertThat(parts.refusal())
                        .hasValueSatisfying(said -> assertThat(said).contains("has roots of 32 bytes, found 1"));

                place.owner()
                        .sql("update hub.log_head set roots = ?")
                        .param(roots)
                        .update();
                assertThat(parts.refusal()).isEmpty();
            }
        }
    }

    @Nested
    class ALeaf {

        @Test
        void changedUnderTheNewestCheckpointIsRefused() {
            try (LogParts parts = new LogParts(place).grown(20)) {
                change(7, true);

                parts.signed();

                assertRefused(parts, "A leaf was changed under a signed checkpoint.", "The first 20 entries");
            }
        }

        @Test
        void changedLongAfterItWasSignedIsFoundByReadingAllAgain() {
            try (LogParts parts = new LogParts(place).grown(300)) {
                SelfCheck check = parts.part(SelfCheck.class);
                check.run();
                assertThat(parts.refusal()).isEmpty();
                byte[] honest = change(3, false);

                readAgain(check);

                assertRefused(parts, "Entry 3 hashes to", "the tree was built with");

                place.owner()
                        .sql("update hub.log_entry set entry = ? where index = 3")
                        .param(honest)
                        .update();
                check.run();
                assertThat(parts.refusal()).isEmpty();
            }
        }

        @Test
        void changedTogetherWithItsHashIsFoundToo() {
            try (LogParts parts = new LogParts(place).grown(300)) {
                change(3, true);

                readAgain(parts.part(SelfCheck.class));

                assertRefused(parts, "The entries 0 to 255 hash to", "the tree holds");
            }
        }

        private static void readAgain(SelfCheck check) {
            check.beginAnew();
            check.run();
        }

        private byte[] change(long index, boolean hashToo) {
            byte[] honest = place.owner()
                    .sql("select entry from hub.log_entry where index = ?")
                    .param(index)
                    .query(byte[].class)
                    .single();
            byte[] changed = honest.clone();
            changed[changed.length / 2] ^= 1;
            place.owner()
                    .sql("update hub.log_entry set entry = ? where index = ?")
                    .param(changed)
                    .param(index)
                    .update();
            if (hashToo) {
                place.owner()
                        .sql("update hub.log_entry set leaf_hash = ? where index = ?")
                        .param(Hash.ofLeaf(changed).bytes())
                        .param(index)
                        .update();
            }
            return honest;
        }
    }

    private static void assertRefused(LogParts parts, String... sentences) {
        assertThat(parts.refusal())
                .hasValueSatisfying(
                        said -> assertThat(said).startsWith("AUDIT_UNAVAILABLE").contains(sentences));
        assertThat(parts.part(LogStanding.class).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(parts.part(LogStanding.class).health().getDetails().get("reason"))
                .asString()
                .contains(sentences);
    }
}
