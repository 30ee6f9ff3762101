package gongkai.person;

import java.util.Optional;

/**
 * What is sealed of somebody.
 *
 * @param name one line
 * @param phone one line: how they are reached
 */
public record PersonDetails(String name, Optional<String> phone) {

    /** @throws IllegalArgumentException for a line break in either: it would come back as something else */
    public PersonDetails {
        if ((name + phone.orElse("")).chars().anyMatch(it -> it == '\n' || it == '\0')) {
            throw new IllegalArgumentException("a name and a telephone number stand on one line each");
        }
    }

    String text() {
        return phone.map(it -> name + "\n" + it).orElse(name);
    }

    static PersonDetails of(String text) {
        int end = text.indexOf('\n');
        return end < 0
                ? new PersonDetails(text, Optional.empty())
                : new PersonDetails(text.substring(0, end), Optional.of(text.substring(end + 1)));
    }
}
