package org.clearancedesk.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Picks out of the nodes of a growing tree those beside the way from one leaf to the root. */
final class MerklePath implements MerkleTree.Nodes {

    private final int leaf;
    private final List<MerkleTree.Step> steps = new ArrayList<>();
    private final List<Integer> heights = new ArrayList<>();

    MerklePath(int leaf) {
        this.leaf = leaf;
    }

    @Override
    public void made(int height, int position, byte[] hash) {
        if (position == besideAt(height)) {
            // The left one is known before the right one, but not before those beside lower ones.
            int at = 0;
            while (at < heights.size() && heights.get(at) < height) {
                at++;
            }
            heights.add(at, height);
            steps.add(at, stepAt(height, HexFormat.of().formatHex(hash)));
        }
    }

    /** Where the node beside the way stands at a height. */
    int besideAt(int height) {
        return (leaf >> height) ^ 1;
    }

    MerkleTree.Step stepAt(int height, String hash) {
        MerkleTree.Side side = besideAt(height) < leaf >> height ? MerkleTree.Side.LEFT : MerkleTree.Side.RIGHT;
        return new MerkleTree.Step(side, hash);
    }

    /** What has to be joined to the leaf, one after the other, to come to the root. */
    List<MerkleTree.Step> steps() {
        return steps;
    }
}
