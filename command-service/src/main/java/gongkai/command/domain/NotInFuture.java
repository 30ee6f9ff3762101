package gongkai.command.domain;

import gongkai.time.ChinaTime;
import java.time.Instant;

/** The rule that evidence speaks of what has happened: nothing is recorded ahead of its time. */
public final class NotInFuture {

    private NotInFuture() {}

    /** @throws Rejected when the field's instant lies after the command's {@code now} */
    public static void check(String field, Instant instant, Command command) {
        if (instant.isAfter(command.now())) {
            throw Rejection.IN_FUTURE.because(
                    "«%s» is %s, which is later than now (%s). Record it once it has happened."
                            .formatted(field, ChinaTime.at(instant), ChinaTime.at(command.now())));
        }
    }
}
