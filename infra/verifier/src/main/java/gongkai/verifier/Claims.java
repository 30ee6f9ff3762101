package gongkai.verifier;

import gongkai.bundle.Bundle;
import gongkai.bundle.Material;
import gongkai.bundle.Paths;
import gongkai.bundle.Question;
import gongkai.bundle.RefusedException;
import gongkai.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a bundle says beyond its records, compared with what follows from them. */
final class Claims {

    /** So much of a text shows where it differs. */
    private static final int EXCERPT = 40;

    private Claims() {}

    /** @throws RefusedException for the first file that says something else, or does not belong to the bundle */
    static void check(Contents contents, Question question, SignedTree tree, Records records) {
        var material = new Material(
                question,
                tree.note(),
                tree.keys(),
                tree.leaves(),
                records.bytes(),
                documents(contents, question, records));
        var expected = Bundle.of(material);
        contents.files().keySet().stream()
                .filter(it -> !expected.containsKey(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new RefusedException(it, "nothing that is claimed depends on it");
                });
        // The claims first: whoever forged one has forged the cover too. The manifest was compared with the files.
        compare(Paths.STATUSES, contents, expected);
        expected.keySet().stream()
                .filter(it -> !it.equals(Paths.MANIFEST))
                .forEach(path -> compare(path, contents, expected));
    }

    private static SortedMap<String, byte[]> documents(Contents contents, Question question, Records records) {
        var documents = new TreeMap<String, byte[]>();
        for (var it : Bundle.documents(question, records.records())) {
            var path = Paths.document(it);
            var file = contents.file(path);
            if (!Sha256.of(file).equals(it.sha256()) || file.length != it.size()) {
                throw new RefusedException(path, "it is not the document that the plan was read from");
            }
            documents.put(path, file);
        }
        return documents;
    }

    private static void compare(String path, Contents contents, SortedMap<String, byte[]> expected) {
        var claimed = contents.text(path);
        var follows = new String(expected.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        if (!Arrays.equals(contents.file(path), expected.get(path))) {
            int at = firstDifference(claimed, follows);
            throw new RefusedException(
                    path,
                    "%sit says «%s», but what follows from the records is «%s»"
                            .formatted(obligationBefore(follows, at), excerpt(claimed, at), excerpt(follows, at)));
        }
    }

    private static int firstDifference(String one, String other) {
        return Math.max(
                0,
                Arrays.mismatch(one.getBytes(StandardCharsets.UTF_16BE), other.getBytes(StandardCharsets.UTF_16BE))
                        / 2);
    }

    private static String obligationBefore(String text, int at) {
        var name = "\"obligation\":\"";
        int found = text.lastIndexOf(name, at);
        int end = found < 0 ? -1 : text.indexOf('"', found + name.length());
        return end < 0 ? "" : "of " + text.substring(found + name.length(), end) + " ";
    }

    private static String excerpt(String text, int at) {
        int from = Math.clamp(at - EXCERPT / 2L, 0, text.length());
        return text.substring(from, Math.min(text.length(), from + EXCERPT)).strip();
    }
}
