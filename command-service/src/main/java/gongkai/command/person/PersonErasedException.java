package gongkai.command.person;

/** Of this person nothing may be kept any more. */
public final class PersonErasedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PersonErasedException(String person) {
        super("The personal data of «" + person + "» were erased");
    }
}
