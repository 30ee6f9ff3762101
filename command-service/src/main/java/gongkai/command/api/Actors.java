package gongkai.command.api;

import gongkai.command.person.Persons;
import gongkai.http.access.Caller;
import org.springframework.stereotype.Component;

/** Whom a record names: of a person an id, and what they are called stays with their key. */
@Component
class Actors {

    private static final int LONGEST_NAME = 200;

    private final Persons persons;

    Actors(Persons persons) {
        this.persons = persons;
    }

    /** @throws gongkai.command.person.PersonErasedException when of whoever asks nothing may be kept any more */
    String in(String county) {
        var caller = Caller.current();
        var actor = caller.actorIn(county);
        if (caller.isPerson()) {
            var name = caller.name().strip().replaceAll("\\p{Cntrl}", " ");
            persons.introduce(actor, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        }
        return actor;
    }
}
