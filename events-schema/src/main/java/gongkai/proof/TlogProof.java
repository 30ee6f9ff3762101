package gongkai.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That a record is in a signed tree, in a text of its own: the C2SP tlog-proof format, without its optional extra line.
 *
 * @param index the record's leaf
 * @param path from the leaf's side to the root
 * @param checkpoint the signed note
 */
public record TlogProof(long index, List<Hash> path, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9]\\d{0,18})");

    /** A tree of 2^63 leaves has no longer paths. */
    private static final int LONGEST_PATH = 63;

    public TlogProof {
        path = List.copyOf(path);
    }

    public String text() {
        var text = new StringBuilder(HEADER).append("index ").append(index).append('\n');
        path.forEach(it -> text.append(it.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /** Empty when the text is not exactly what is written for a proof. */
    public static Optional<TlogProof> parse(String text) {
        int end = text.indexOf("\n\n");
        if (!text.startsWith(HEADER) || end < HEADER.length()) {
            return Optional.empty();
        }
        var lines = text.substring(HEADER.length(), end).split("\n", LONGEST_PATH + 2);
        var index = INDEX.matcher(lines[0]);
        if (!index.matches()) {
            return Optional.empty();
        }
        try {
            List<Hash> path = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                path.add(new Hash(Base64.getDecoder().decode(lines[i])));
            }
            var proof = new TlogProof(Long.parseLong(index.group(1)), path, text.substring(end + 2));
            return Optional.of(proof).filter(it -> it.text().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether the record is that leaf of the tree with this root. */
    public boolean proves(byte[] record, Checkpoint tree) {
        return Verifier.includes(Hash.ofLeaf(record), index, tree.size(), path, tree.root());
    }
}
