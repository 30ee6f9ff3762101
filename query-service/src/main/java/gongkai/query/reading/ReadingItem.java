package gongkai.query.reading;

import gongkai.query.person.People;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A reading as it is on record. */
public record ReadingItem(
        @Schema(description = "From 1, without gaps, in the county's chain")
        long number,

        @Schema(description = "When it was handed out") OffsetDateTime readAt,

        @Schema(description = "Who read: a program by its name, a person by an id that tells nothing of them")
        String reader,

        @Schema(description = "What that person is called, at this moment: 已依法删除 once erased; absent for a program")
        Optional<String> readerName,

        ReadingKind kind,

        @Schema(description = "The address that was asked for, as it came")
        String question,

        @Schema(description = "The moment that the answer speaks of")
        OffsetDateTime at,

        @Schema(description = "The moment by which what it uses had been recorded")
        OffsetDateTime known,

        @Schema(description = "The last position that it uses; -1: none")
        long position,

        @Schema(description = "SHA-256 of the answer's bytes")
        String sha256,

        @Schema(description = "How many bytes it had") long length,

        @Schema(description = "Over the hash of the reading before it and all of this; the inspector's guide says how")
        String hash) {

    /** Whom to show as having read. */
    public String shownReader() {
        return readerName.orElse(reader);
    }

    static ReadingItem of(Link it, People people) {
        var reading = it.reading();
        return new ReadingItem(
                it.number(),
                ChinaTime.at(it.readAt()),
                reading.reader(),
                people.nameOf(reading.reader()),
                reading.kind(),
                reading.question(),
                ChinaTime.at(reading.at()),
                ChinaTime.at(reading.known()),
                reading.position(),
                reading.sha256(),
                reading.length(),
                it.hash());
    }
}
