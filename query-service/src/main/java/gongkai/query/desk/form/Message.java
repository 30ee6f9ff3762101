package gongkai.query.desk.form;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * What is said, by its code in the bundles; the page puts it into the reader's language.
 *
 * @param arguments those that are messages are put into that language as well
 */
public record Message(String code, List<Object> arguments) implements MessageSourceResolvable {

    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }

    /** What somebody else said, as it is. */
    public static Message asItIs(String text) {
        return of("desk.text", text);
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }
}
