package org.clearancedesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text " + i).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 100})
    void everyTextLeadsToTheRootAndNoOtherDoes(int count) {
        List<String> texts = texts(count);
        MerkleTree tree = MerkleTree.of(texts);

        for (int i = 0; i < count; i++) {
            assertThat(follow(texts.get(i), tree.wayFrom(i))).isEqualTo(tree.root());
            assertThat(follow("another text", tree.wayFrom(i))).isNotEqualTo(tree.root());
        }
    }

    /** The first values of the test vectors that come with RFC 6962's reference implementation. */
    @Test
    void isTheTreeOfTheStandard() {
        assertThat(MerkleTree.of(List.of()).root())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleTree.of(List.of("")).root())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(MerkleTree.of(List.of("", "\0")).root())
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void oneMoreTextOrAnotherOrderIsAnotherRoot() {
        Set<String> roots = new HashSet<>();
        for (int count = 0; count < 40; count++) {
            assertThat(roots.add(MerkleTree.of(texts(count)).root())).isTrue();
        }
        assertThat(roots.add(MerkleTree.of(List.of("text 1", "text 0")).root())).isTrue();
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
