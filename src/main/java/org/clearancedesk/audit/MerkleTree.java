package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.clearancedesk.register.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One digest over many, of which each can be proved without the others (the tree of RFC 6962): a leaf is the SHA-256 of a
 * zero byte and its text, a node that of a one byte and the two digests below it. Whoever is odd rises alone. Of all leaves
 * it holds no more than one node at each height, so it needs the same memory for a million as for a hundred.
 */
final class MerkleTree {

    private static final HexFormat HEX = HexFormat.of();

    /** The digest beside the way to the root, and on which side of it. */
    record Step(Side side, String hash) {}

    /** Where the digest beside the way stands. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** Is shown every node, once it is known. */
    interface Nodes {

        /**
         * @param height 0 for a leaf
         * @param position 0 for the leftmost of its height
         */
        void made(int height, int position, byte[] hash);
    }

    private final Nodes nodes;
    private final Joins joins;
    private final List<byte @Nullable []> waiting = new ArrayList<>();
    private int size;

    MerkleTree(Nodes nodes) {
        this(nodes, new Joins());
    }

    /** @param joins shared by trees that grow together and are much alike */
    MerkleTree(Nodes nodes, Joins joins) {
        this.nodes = nodes;
        this.joins = joins;
    }

    int size() {
        return size;
    }

    /** How many nodes are held. */
    int held() {
        return (int) waiting.stream().filter(node -> node != null).count();
    }

    static byte[] leaf(String text) {
        return digest(0, text.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    void add(byte[] leaf) {
        int index = size++;
        byte[] node = leaf;
        int height = 0;
        nodes.made(height, index, node);
        while (height < waiting.size() && waiting.get(height) != null) {
            node = joins.join(height, requireNonNull(waiting.get(height)), node);
            waiting.set(height, null);
            height++;
            nodes.made(height, index >> height, node);
        }
        if (height == waiting.size()) {
            waiting.add(node);
        } else {
            waiting.set(height, node);
        }
    }

    /** The digest over all; that of nothing when there is no leaf. Nothing can be added afterwards. */
    String root() {
        byte[] rising = null;
        for (int height = 0; height < waiting.size(); height++) {
            byte[] left = waiting.get(height);
            boolean joined = rising != null && left != null;
            if (joined) {
                rising = digest(1, requireNonNull(left), requireNonNull(rising));
            } else if (rising == null) {
                rising = left;
            }
            if (rising != null && (joined || height < waiting.size() - 1)) {
                nodes.made(height + 1, (size - 1) >> (height + 1), rising);
            }
        }
        return rising == null ? Sha256.of("") : HEX.formatHex(rising);
    }

    /** Joins two nodes; whoever joins the same two again, one tree after the other, is given what came out. */
    static final class Joins {

        private record Last(byte[] left, byte[] right, byte[] joined) {}

        private final List<@Nullable Last> lasts = new ArrayList<>();

        private byte[] join(int height, byte[] left, byte[] right) {
            while (lasts.size() <= height) {
                lasts.add(null);
            }
            Last last = lasts.get(height);
            if (last == null || last.left() != left || last.right() != right) {
                last = new Last(left, right, digest(1, left, right));
                lasts.set(height, last);
            }
            return last.joined();
        }
    }

    private static byte[] digest(int kind, byte[] first, byte[] second) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(1 + first.length + second.length);
        whole.write(kind);
        whole.writeBytes(first);
        whole.writeBytes(second);
        return HEX.parseHex(Sha256.of(whole.toByteArray()));
    }
}
