package gongkai.command.domain.obligation;

import gongkai.command.domain.Command;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Standing;

/** How things stand when a command arrives, from all that is known. */
final class Now {

    private Now() {}

    static AsOf of(Command command) {
        return new AsOf(command.now(), Long.MAX_VALUE);
    }

    static Standing standing(ObligationFacts facts, Command command) {
        return facts.at(of(command));
    }
}
