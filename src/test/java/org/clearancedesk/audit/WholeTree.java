package org.clearancedesk.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.clearancedesk.register.Sha256;

/**
 * The tree as the first checkpoints were signed over it, all of it in memory at once: their roots have to come out the same
 * for good.
 */
final class WholeTree {

    private static final HexFormat HEX = HexFormat.of();

    private final List<List<byte[]>> levels = new ArrayList<>();

    private WholeTree(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        levels.add(level);
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2 + 1);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
            levels.add(level);
        }
    }

    static WholeTree of(List<String> leaves) {
        return new WholeTree(leaves.stream().map(WholeTree::leaf).toList());
    }

    /** The digest over all; that of nothing when there is no leaf. */
    String root() {
        List<byte[]> top = levels.get(levels.size() - 1);
        return top.isEmpty() ? Sha256.of("") : HEX.formatHex(top.get(0));
    }

    /** What has to be joined to a leaf, one after the other, to come to the root. */
    List<MerkleTree.Step> wayFrom(int leaf) {
        List<MerkleTree.Step> way = new ArrayList<>();
        int at = leaf;
        for (List<byte[]> level : levels) {
            int beside = at ^ 1;
            if (beside < level.size()) {
                way.add(new MerkleTree.Step(
                        beside < at ? MerkleTree.Side.LEFT : MerkleTree.Side.RIGHT, HEX.formatHex(level.get(beside))));
            }
            at /= 2;
        }
        return way;
    }

    private static byte[] leaf(String text) {
        return digest(0, text.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return digest(1, left, right);
    }

    private static byte[] digest(int kind, byte[] first, byte[] second) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(1 + first.length + second.length);
        whole.write(kind);
        whole.writeBytes(first);
        whole.writeBytes(second);
        return HEX.parseHex(Sha256.of(whole.toByteArray()));
    }
}
