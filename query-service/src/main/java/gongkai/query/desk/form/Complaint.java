package gongkai.query.desk.form;

import java.util.Optional;

/**
 * What is wrong with a form, and what to do about it.
 *
 * @param field that it stands beside; empty: the form as a whole
 * @param detail what the service said in its own words
 */
public record Complaint(Optional<String> field, Message sentence, Optional<String> detail) {

    public static Complaint at(String field, Message sentence) {
        return new Complaint(Optional.of(field), sentence, Optional.empty());
    }

    public static Complaint of(Message sentence) {
        return new Complaint(Optional.empty(), sentence, Optional.empty());
    }
}
