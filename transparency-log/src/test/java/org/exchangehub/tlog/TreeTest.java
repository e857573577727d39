package org.exchangehub.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TreeTest {

    private final TestLog log = new TestLog();

    @Nested
    class Roots {

        @Test
        void areTheSameWhetherGrownOrReadFromTiles() {
            List<Hash> grown = new ArrayList<>();
            Frontier frontier = new Frontier();
            for (int i = 0; i < 1_100; i++) {
                frontier.append(log.append(entry(i)));
                grown.add(frontier.root());
            }

            ProofBuilder builder = log.proofs();

            for (int size : new int[] {1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1_000, 1_100}) {
                assertThat(builder.root(size)).isEqualTo(grown.get(size - 1));
            }
            assertThat(builder.root(0)).isEqualTo(Hash.OF_NOTHING);
        }

        @Test
        void growOnFromAStoredFrontier() {
            Frontier whole = new Frontier();
            Frontier resumed = new Frontier();
            for (int i = 0; i < 300; i++) {
                Hash leaf = Hash.ofLeaf(entry(i));
                whole.append(leaf);
                resumed = new Frontier(resumed.size(), resumed.roots());
                resumed.append(leaf);
            }

            assertThat(resumed.root()).isEqualTo(whole.root());
        }

        @Test
        void refuseAFrontierThatDoesNotFitItsSize() {
            assertThatThrownBy(() -> new Frontier(3, List.of(Hash.OF_NOTHING)))
                    .hasMessageContaining("expected 2, found 1");
        }
    }

    @Nested
    class ProofsBuilt {

        @Test
        void areVerifiedForEveryLeafAndEverySize() {
            for (int i = 0; i < 70; i++) {
                log.append(entry(i));
            }
            ProofBuilder builder = log.proofs();

            for (long size = 1; size <= 70; size++) {
                Hash root = builder.root(size);
                for (long index = 0; index < size; index++) {
                    Proofs.verifyInclusion(
                            index, size, Hash.ofLeaf(entry((int) index)), builder.inclusion(index, size), root);
                }
                for (long older = 0; older <= size; older++) {
                    Proofs.verifyConsistency(older, size, builder.root(older), root, builder.consistency(older, size));
                }
            }
        }

        @Test
        void areRefusedOutsideTheTree() {
            log.append(entry(0));

            assertThatThrownBy(() -> log.proofs().inclusion(1, 1)).isInstanceOf(LogRefused.class);
            assertThatThrownBy(() -> log.proofs().root(2)).isInstanceOf(LogRefused.class);
            assertThatThrownBy(() -> log.proofs().consistency(2, 1)).isInstanceOf(LogRefused.class);
        }
    }

    @Nested
    class TilePaths {

        @Test
        void areWrittenAsSpecified() {
            assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
            assertThat(new Tile(1, 5, 8).path()).isEqualTo("tile/1/005.p/8");
            assertThat(new Tile(Tile.ENTRIES, 0, 1).path()).isEqualTo("tile/entries/000.p/1");
        }

        @Test
        void areReadBack() {
            for (String path : List.of("tile/0/x001/x234/067", "tile/1/005.p/8", "tile/entries/999")) {
                assertThat(Tile.parse(path).path()).isEqualTo(path);
            }
        }

        @Test
        void areRefusedWhenNotCanonical() {
            for (String path : List.of(
                    "tile/0/67",
                    "tile/0/x000/067",
                    "tile/6/000",
                    "tile/0/000.p/256",
                    "tile/0/000.p/0",
                    "tile/0/../1")) {
                assertThatThrownBy(() -> Tile.parse(path)).as(path).isInstanceOf(LogRefused.class);
            }
        }
    }

    @Nested
    class EntryBundles {

        @Test
        void giveBackTheirEntries() {
            byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];

            assertThat(EntryBundle.decode(EntryBundle.encode(List.of(entry(1), new byte[0], longest))))
                    .containsExactly(entry(1), new byte[0], longest);
        }

        @Test
        void refuseWhatIsTooLongOrCutShort() {
            assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.LONGEST_ENTRY + 1])))
                    .isInstanceOf(LogRefused.class);
            assertThatThrownBy(() -> EntryBundle.decode(new byte[] {0, 2, 7})).isInstanceOf(LogRefused.class);
            assertThatCode(() -> EntryBundle.decode(new byte[0])).doesNotThrowAnyException();
        }
    }

    private static byte[] entry(int number) {
        return ("entry " + number).getBytes(StandardCharsets.UTF_8);
    }
}
