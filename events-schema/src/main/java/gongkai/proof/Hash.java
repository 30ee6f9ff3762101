package gongkai.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 value, and the hashing of RFC 6962, section 2.1: a leaf is told apart from a node by its first byte. */
public record Hash(@SuppressWarnings("ArrayRecordComponent") byte[] bytes) {

    /** Of the tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    public static final int SIZE = 32;

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public Hash {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A SHA-256 value has 32 bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    public static Hash ofLeaf(byte[] record) {
        var digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(record));
    }

    static Hash ofNode(Hash left, Hash right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash it && MessageDigest.isEqual(bytes, it.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
