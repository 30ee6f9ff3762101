package gongkai.witness;

import gongkai.proof.AddCheckpoint;
import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.proof.NoteSigner;
import gongkai.proof.NoteVerifier;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.LongStream;

/** A ledger of as many leaves as one likes; {@code fork} is the leaf from which on it is another one. */
record GrowingLedger(String origin, KeyPair pair, long fork) {

    static GrowingLedger of(String origin) {
        return new GrowingLedger(origin, newPair(), Long.MAX_VALUE);
    }

    /** Another history by the same key. */
    GrowingLedger forkedAt(long leaf) {
        return new GrowingLedger(origin, pair, leaf);
    }

    static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    String verifierKey() {
        return new NoteSigner(origin, pair).verifierKey();
    }

    NoteVerifier verifier() {
        return NoteVerifier.of(verifierKey()).orElseThrow();
    }

    private MerkleTree tree(long size) {
        return MerkleTree.of(LongStream.range(0, size)
                .mapToObj(it -> Hash.ofLeaf(((it < fork ? "leaf " : "other ") + it).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private List<Hash> path(long from, long to) {
        return from <= 0 || from > to ? List.of() : tree(to).consistency(from);
    }

    String body(long size) {
        return new Checkpoint(origin, size, size == 0 ? Hash.EMPTY : tree(size).root()).body();
    }

    String checkpoint(long size) {
        return new NoteSigner(origin, pair).sign(body(size));
    }

    String request(long from, long to) {
        return new AddCheckpoint(from, path(from, to), checkpoint(to)).text();
    }

    /** With a proof that is not one. */
    String request(long from, long to, List<Hash> path) {
        return new AddCheckpoint(from, path, checkpoint(to)).text();
    }
}
