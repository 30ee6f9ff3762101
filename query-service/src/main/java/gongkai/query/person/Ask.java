package gongkai.query.person;

import gongkai.event.Identifier;
import gongkai.event.Personal;
import gongkai.person.PersonalField;
import java.util.Optional;

/**
 * Whom one would like to read.
 *
 * @param field in which they are sealed; empty: what they are called who signed in
 */
public record Ask(String person, Optional<PersonalField> field, Optional<String> about, Optional<String> sealed) {

    /** Whoever did something; empty: it was a program, whose name everybody may read. */
    public static Optional<Ask> actor(String actor) {
        return Identifier.isPerson(actor)
                ? Optional.of(new Ask(actor, Optional.empty(), Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    public static Ask contact(String unit, Personal it) {
        return sealed(PersonalField.CONTACT, unit, it);
    }

    public static Ask reporter(String obligation, Personal it) {
        return sealed(PersonalField.REPORTER, obligation, it);
    }

    private static Ask sealed(PersonalField field, String about, Personal it) {
        return new Ask(it.person(), Optional.of(field), Optional.of(about), Optional.of(it.sealed()));
    }
}
