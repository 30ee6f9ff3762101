package gongkai.query.trail;

import gongkai.record.EventType;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which events of a trail are shown, in which order, and how many at a time. */
public record TrailFilter(
        @Parameter(
                description = "Only what this person, by the id that records name, or this program recorded",
                example = "registrar")
        @Size(max = 200)
        @Nullable
        String actor,

        @Parameter(
                description = "Only events of this name, whatever their version; see the page of events",
                example = "PublicationRecorded")
        @Size(max = 100)
        @Nullable
        String type,

        @Parameter(description = "Recorded on that day or later, Asia/Shanghai", example = "2019-05-01") @Nullable
        LocalDate from,

        @Parameter(description = "Recorded on that day or earlier, Asia/Shanghai", example = "2019-05-31") @Nullable
        LocalDate to,

        @Parameter(description = "OLDEST first, unless NEWEST is asked for") @Nullable
        Order order,

        @Parameter(description = "«next» of the page before") @Min(0) @Nullable
        Long cursor,

        @Parameter(description = "At most so many, 100 unless told") @Min(1) @Max(500) @Nullable
        Integer limit) {

    private static final int DEFAULT_LIMIT = 100;

    /** Which end of the trail comes first. */
    public enum Order {
        OLDEST,
        NEWEST
    }

    /** A form sends what was left empty as empty text. */
    public TrailFilter {
        actor = actor == null || actor.isBlank() ? null : actor;
        type = type == null || type.isBlank() ? null : type;
    }

    public boolean newestFirst() {
        return order == Order.NEWEST;
    }

    public TrailFilter inOrder(Order unlessTold) {
        return new TrailFilter(actor, type, from, to, order == null ? unlessTold : order, cursor, limit);
    }

    /** The type under all its versions; null: any. */
    String @Nullable [] typeNames() {
        return type == null
                ? null
                : EventType.all()
                        .filter(it -> it.getSimpleName().equals(type))
                        .flatMap(it -> EventType.namesOf(it).stream())
                        .toArray(String[]::new);
    }

    int size() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
