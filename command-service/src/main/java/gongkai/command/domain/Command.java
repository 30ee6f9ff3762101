package gongkai.command.domain;

import java.time.Instant;

/** A wish to change something, addressed to one stream. */
public interface Command {

    /** The stream that decides: a jurisdiction, plan or obligation by its id. */
    String subject();

    /** The business clock when the wish arrived; deciders have no clock of their own. */
    Instant now();

    /** Whether its stream is most likely not there yet; if it is, the command is decided on what it holds all the same. */
    default boolean opensStream() {
        return false;
    }
}
