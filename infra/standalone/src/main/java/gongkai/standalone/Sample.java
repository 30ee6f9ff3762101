package gongkai.standalone;

import gongkai.standalone.sample.Demo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an empty installation is filled with. */
enum Sample {
    /** The real table alone. */
    PINGLI_2019("pingli-2019", OffsetDateTime.parse("2019-05-06T09:00+08:00").toInstant()),
    /** The real table, and a year of invented activity that says so. */
    DEMO("demo", Demo.end()),
    NONE("none", null);

    private final String id;
    private final @Nullable Instant time;

    Sample(String id, @Nullable Instant time) {
        this.id = id;
        this.time = time;
    }

    static Optional<Sample> named(String id) {
        return Arrays.stream(values()).filter(sample -> sample.id.equals(id)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Sample::id).collect(Collectors.joining(", "));
    }

    String id() {
        return id;
    }

    /** The moment at which its story is looked at. */
    Optional<Instant> time() {
        return Optional.ofNullable(time);
    }
}
