package gongkai.command.person;

import gongkai.event.Identifier;
import gongkai.event.Personal;
import gongkai.person.PersonDetails;
import gongkai.person.PersonalField;
import gongkai.person.Seal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Seals what identifies somebody, opens it for as long as it may be opened, and sees to it that it never is again. */
@Component
public class Persons {

    private final PersonKeys keys;
    private final Erasures erasures;

    Persons(PersonKeys keys, Erasures erasures) {
        this.keys = keys;
        this.erasures = erasures;
    }

    /** Somebody who was not known before; the id says nothing of them. */
    public static String newIn(String county) {
        return Identifier.person(county, UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * Whoever is known already and may be named again.
     *
     * @throws PersonUnknownException when there is no such person in the county
     * @throws PersonErasedException when there was
     */
    public void requireLiving(String county, String person) {
        if (!Identifier.isPerson(person) || !Identifier.jurisdictionOf(person).equals(county)) {
            throw new PersonUnknownException(person);
        }
        refuseErased(person);
        if (keys.key(person).isEmpty()) {
            throw new PersonUnknownException(person);
        }
    }

    /**
     * Before anything of it is recorded anywhere.
     *
     * @throws PersonErasedException when of this person nothing may be kept
     */
    public Personal seal(String person, PersonalField field, String about, PersonDetails details) {
        refuseErased(person);
        return new Seal(person, field, about).seal(keys.keyOrNew(person), details);
    }

    /**
     * Keeps with the key what somebody who signed in is called; nothing where there can be no county.
     *
     * @throws PersonErasedException when of this person nothing may be kept
     */
    public void introduce(String person, String name) {
        if (Identifier.isPerson(person)) {
            refuseErased(person);
            keys.name(person, name);
        }
    }

    private void refuseErased(String person) {
        if (isErased(person)) {
            throw new PersonErasedException(person);
        }
    }

    private boolean isErased(String person) {
        return erasures.contains(person) || keys.isErased(person);
    }

    /** What can be read of somebody. */
    public sealed interface Opened {

        record Open(PersonDetails details) implements Opened {}

        record Erased() implements Opened {}

        /** The key is not here, or it is not known yet whether it should be, or nothing is sealed so. */
        record Unavailable() implements Opened {}
    }

    /** What an event holds of them. */
    public Opened open(Seal seal, String sealed) {
        return opened(seal.person(), () -> keys.key(seal.person()).flatMap(it -> seal.open(it, sealed)));
    }

    /** What somebody is called who signed in. */
    public Opened called(String person) {
        return opened(person, () -> keys.name(person).map(it -> new PersonDetails(it, Optional.empty())));
    }

    private Opened opened(String person, Supplier<Optional<PersonDetails>> details) {
        if (!Identifier.isPerson(person) || !erasures.isGathered()) {
            return new Opened.Unavailable();
        }
        return isErased(person)
                ? new Opened.Erased()
                : details.get().<Opened>map(Opened.Open::new).orElseGet(Opened.Unavailable::new);
    }

    /** @throws PersonUnknownException when there neither is nor was a key of theirs */
    public void requireKnown(String person) {
        if (!Identifier.isPerson(person)
                || (!isErased(person) && keys.key(person).isEmpty())) {
            throw new PersonUnknownException(person);
        }
    }

    /** For good: no key, nowhere to bring one back from. To be called once the ledger says so. */
    public void erase(String person) {
        erasures.add(person);
    }

    /** Of a request that may hold personal data, so that the same one is known again. */
    public String fingerprint(byte[] request) {
        return keys.fingerprint(request);
    }
}
