package org.clearancedesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clearancedesk.register.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One digest over many texts, and the way to it from each of them. */
class MerkleTreeTest {

    private static final MerkleTree.Nodes UNSEEN = (height, position, hash) -> {};

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text " + i).toList();
    }

    private static String root(List<String> texts) {
        MerkleTree tree = new MerkleTree(UNSEEN);
        texts.forEach(text -> tree.add(MerkleTree.leaf(text)));
        return tree.root();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 100})
    void everyTextLeadsToTheRootAndNoOtherDoes(int count) {
        List<String> texts = texts(count);
        String root = root(texts);

        for (int i = 0; i < count; i++) {
            MerklePath way = new MerklePath(i);
            MerkleTree tree = new MerkleTree(way);
            texts.forEach(text -> tree.add(MerkleTree.leaf(text)));
            assertThat(tree.root()).isEqualTo(root);
            assertThat(way.steps())
                    .as("the way of the first checkpoints")
                    .isEqualTo(WholeTree.of(texts).wayFrom(i));
            assertThat(follow(texts.get(i), way.steps())).isEqualTo(root);
            assertThat(follow("another text", way.steps())).isNotEqualTo(root);
        }
    }

    /** The first values of the test vectors that come with RFC 6962's reference implementation. */
    @Test
    void isTheTreeOfTheStandard() {
        assertThat(root(List.of())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(root(List.of(""))).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(root(List.of("", "\0")))
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void oneMoreTextOrAnotherOrderIsAnotherRoot() {
        Set<String> roots = new HashSet<>();
        for (int count = 0; count < 40; count++) {
            assertThat(roots.add(root(texts(count)))).isTrue();
        }
        assertThat(roots.add(root(List.of("text 1", "text 0")))).isTrue();
    }

    @Test
    void comesToTheSameRootAsThoseThatTheFirstCheckpointsWereSignedOver() {
        for (int count = 0; count < 300; count++) {
            assertThat(root(texts(count))).isEqualTo(WholeTree.of(texts(count)).root());
        }
        assertThat(root(texts(200_000))).isEqualTo(WholeTree.of(texts(200_000)).root());
    }

    @Test
    void holdsOneNodeOfEachHeightAtMostHoweverManyThereAre() {
        MerkleTree tree = new MerkleTree(UNSEEN);
        int most = 0;
        for (int i = 0; i < 200_000; i++) {
            tree.add(MerkleTree.leaf("text " + i));
            most = Math.max(most, tree.held());
        }

        assertThat(most).as("18 bits count to 200,000").isLessThanOrEqualTo(18);
        assertThat(tree.size()).isEqualTo(200_000);
    }

    @Test
    void showsEachNodeOnceAndTheLastIsTheRoot() {
        Set<String> places = new HashSet<>();
        List<String> hashes = new ArrayList<>();
        MerkleTree tree = new MerkleTree((height, position, hash) -> {
            assertThat(places.add(height + "/" + position)).isTrue();
            hashes.add(HexFormat.of().formatHex(hash));
        });
        texts(13).forEach(text -> tree.add(MerkleTree.leaf(text)));

        assertThat(tree.root()).isEqualTo(hashes.get(hashes.size() - 1));
        assertThat(places).as("13, 7, 4, 2 and 1 of each height").hasSize(13 + 7 + 4 + 2 + 1);
    }

    @Test
    void growsManyAlikeSideBySideWithoutAnyChangingAnother() {
        MerkleTree.Joins joins = new MerkleTree.Joins();
        List<MerkleTree> trees = IntStream.range(0, 5)
                .mapToObj(each -> new MerkleTree(UNSEEN, joins))
                .toList();
        for (int i = 0; i < 50; i++) {
            byte[] leaf = MerkleTree.leaf("text " + i);
            for (int each = 0; each < trees.size(); each++) {
                trees.get(each).add(i == 7 * each ? MerkleTree.leaf("another") : leaf);
            }
        }

        for (int each = 0; each < trees.size(); each++) {
            List<String> texts = new ArrayList<>(texts(50));
            texts.set(7 * each, "another");
            assertThat(trees.get(each).root()).isEqualTo(WholeTree.of(texts).root());
        }
    }

    private static String follow(String text, List<MerkleTree.Step> way) {
        String at = digest(0, text.getBytes(StandardCharsets.UTF_8), new byte[0]);
        for (MerkleTree.Step step : way) {
            byte[] here = HexFormat.of().parseHex(at);
            byte[] beside = HexFormat.of().parseHex(step.hash());
            at = step.side() == MerkleTree.Side.LEFT ? digest(1, beside, here) : digest(1, here, beside);
        }
        return at;
    }

    private static String digest(int kind, byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(kind);
        all.writeBytes(first);
        all.writeBytes(second);
        return Sha256.of(all.toByteArray());
    }
}
