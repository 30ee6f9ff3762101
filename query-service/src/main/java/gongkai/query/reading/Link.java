package gongkai.query.reading;

import gongkai.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reading in its place in a county's chain.
 *
 * @param number from 1, without gaps
 * @param hash over the hash before it and all of this
 */
record Link(String jurisdiction, long number, Instant readAt, Reading reading, String hash) {

    /** Before the first one. */
    static final String BEGINNING = "0".repeat(64);

    private static final String FORMAT = "gongkai-reading/1";

    static Link after(String previousHash, String jurisdiction, long number, Instant readAt, Reading reading) {
        return new Link(
                jurisdiction, number, readAt, reading, hash(previousHash, jurisdiction, number, readAt, reading));
    }

    boolean follows(String previousHash) {
        return hash.equals(hash(previousHash, jurisdiction, number, readAt, reading));
    }

    /** Of lines, each ended by a line feed; none of them can hold one. The inspector's guide lists them. */
    private static String hash(String previousHash, String jurisdiction, long number, Instant readAt, Reading it) {
        return Stream.<Object>of(
                        FORMAT,
                        previousHash,
                        jurisdiction,
                        number,
                        readAt,
                        it.reader(),
                        it.kind(),
                        it.question(),
                        it.at(),
                        it.known(),
                        it.position(),
                        it.sha256(),
                        it.length())
                .map(line -> line + "\n")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), text -> Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
    }
}
