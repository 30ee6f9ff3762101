package gongkai.query.reading;

import gongkai.query.asof.AnsweredAsOf;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One answer that was handed out.
 *
 * @param question the address that was asked for, as it came, percent-encoded
 * @param at the moment that the answer speaks of, to the microsecond
 * @param known the moment by which what it uses had been recorded
 * @param position the last position of the log that it uses; -1: none
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param length of its bytes
 */
record Reading(
        String reader,
        ReadingKind kind,
        String question,
        Instant at,
        Instant known,
        long position,
        String sha256,
        long length) {

    static Reading of(String reader, ReadingKind kind, String question, AnsweredAsOf asOf, String sha256, long length) {
        return new Reading(
                reader,
                kind,
                question,
                asOf.at().toInstant().truncatedTo(ChronoUnit.MICROS),
                asOf.known().toInstant().truncatedTo(ChronoUnit.MICROS),
                asOf.position(),
                sha256,
                length);
    }
}
