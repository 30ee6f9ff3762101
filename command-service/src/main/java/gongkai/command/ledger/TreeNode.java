package gongkai.command.ledger;

import gongkai.proof.Hash;

/**
 * The root of a complete subtree of 256 to the power of {@code level} leaves: an entry of a tile above the lowest.
 *
 * @param index among those of its level, from the left
 */
public record TreeNode(String ledger, int level, long index, Hash hash) {}
