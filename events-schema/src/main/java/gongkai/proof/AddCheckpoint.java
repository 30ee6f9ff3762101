package gongkai.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a ledger asks of a witness, in the text of C2SP tlog-witness.
 *
 * @param oldSize of the tree that the witness cosigned last, 0 for none
 * @param path that the new tree only adds to that one; empty from 0
 * @param checkpoint the new tree's signed note
 */
public record AddCheckpoint(long oldSize, List<Hash> path, String checkpoint) {

    /** A tree of 2^63 leaves has no longer proofs. */
    private static final int LONGEST_PATH = 63;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9]\\d{0,18})");

    public AddCheckpoint {
        path = List.copyOf(path);
    }

    public String text() {
        return "old " + oldSize + "\n"
                + path.stream().map(it -> it.base64() + "\n").collect(Collectors.joining()) + "\n" + checkpoint;
    }

    /** Empty when the text is not exactly what is written for such a request. */
    public static Optional<AddCheckpoint> parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        var lines = text.substring(0, end).split("\n", LONGEST_PATH + 2);
        var old = OLD.matcher(lines[0]);
        if (!old.matches() || lines.length > LONGEST_PATH + 1) {
            return Optional.empty();
        }
        try {
            List<Hash> path = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                path.add(new Hash(Base64.getDecoder().decode(lines[i])));
            }
            var request = new AddCheckpoint(Long.parseLong(old.group(1)), path, text.substring(end + 2));
            return Optional.of(request).filter(it -> it.text().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
