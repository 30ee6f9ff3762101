package gongkai.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record that is written but for its place in the log, so that the one who knows the place has only to copy bytes.
 * In canonical order position, leaf and time stand in this order among the rest: leaf, position, time.
 */
public final class UnplacedRecord {

    /** A long has at most 19 digits, an instant of ours 27 characters. */
    private static final int LONGEST_PLACE = 19 + 19 + 27;

    private final byte[] beforeLeaf;
    private final byte[] beforePosition;
    private final byte[] beforeTime;
    private final byte[] rest;

    UnplacedRecord(byte[] beforeLeaf, byte[] beforePosition, byte[] beforeTime, byte[] rest) {
        this.beforeLeaf = beforeLeaf;
        this.beforePosition = beforePosition;
        this.beforeTime = beforeTime;
        this.rest = rest;
    }

    /** How many bytes it takes wherever it is placed. */
    public int maxSize() {
        return beforeLeaf.length + beforePosition.length + beforeTime.length + rest.length + LONGEST_PLACE;
    }

    /** The record's bytes at that place. */
    public byte[] at(long position, long leaf, Instant recordedAt) {
        var leafDigits = ascii(Long.toString(leaf));
        var positionDigits = ascii(Long.toString(position));
        var time = ascii(recordedAt.toString());
        return ByteBuffer.allocate(maxSize() - LONGEST_PLACE + leafDigits.length + positionDigits.length + time.length)
                .put(beforeLeaf)
                .put(leafDigits)
                .put(beforePosition)
                .put(positionDigits)
                .put(beforeTime)
                .put(time)
                .put(rest)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
