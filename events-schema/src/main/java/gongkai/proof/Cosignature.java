package gongkai.proof;

import java.time.Instant;

/**
 * That a witness saw a checkpoint, and that the tree only grew since the one that it saw before (C2SP tlog-cosignature,
 * Ed25519).
 *
 * @param witness its name
 * @param at when, by the witness's clock, in whole seconds
 * @param line as it stands below the checkpoint, with its line break
 */
public record Cosignature(String witness, Instant at, String line) {

    /** What is signed: the time, and all of the checkpoint that is not a signature. */
    static String message(String text, long seconds) {
        return "cosignature/v1\ntime " + seconds + "\n" + text;
    }
}
