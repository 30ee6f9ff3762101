package gongkai.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The SHA-256 of each golden file by its name; as text it is what {@code sha256sum} writes and checks. */
record GoldenFiles(SortedMap<String, String> hashes) {

    static final Path FOLDER = Path.of("src/test/resources/golden");

    static GoldenFiles current() {
        var hashes = new TreeMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                hashes.put(file.getFileName().toString(), sha256(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GoldenFiles(hashes);
    }

    static GoldenFiles parse(String list) {
        var hashes = new TreeMap<String, String>();
        list.lines().map(it -> it.split(" {2}", 2)).forEach(it -> hashes.put(it[1], it[0]));
        return new GoldenFiles(hashes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    String asText() {
        var text = new StringBuilder();
        hashes.forEach(
                (name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        return text.toString();
    }

    /** A sentence for each released file that is not as it was. */
    static List<String> breaks(GoldenFiles released, GoldenFiles current) {
        var breaks = new ArrayList<String>();
        released.hashes().forEach((name, hash) -> {
            var now = current.hashes().get(name);
            if (now == null) {
                breaks.add("golden/" + name + ": the file is gone");
            } else if (!now.equals(hash)) {
                breaks.add("golden/" + name
                        + ": the file was edited; ledgers hold those bytes. What is new goes into a file beside it");
            }
        });
        return breaks;
    }
}
