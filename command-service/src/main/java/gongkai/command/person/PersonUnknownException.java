package gongkai.command.person;

/** There is no key of this person, nor was there ever one that is known to be erased. */
public final class PersonUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PersonUnknownException(String person) {
        super("There is no person «" + person + "»");
    }
}
