package gongkai.bundle;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The hash of each other file, in the order of their names, as {@code sha256sum -c} reads it. */
public final class Manifest {

    private Manifest() {}

    /** @param files the manifest itself may be among them */
    public static byte[] of(SortedMap<String, byte[]> files) {
        return Text.utf8(files.entrySet().stream()
                .filter(it -> !it.getKey().equals(Paths.MANIFEST))
                .map(Manifest::line)
                .collect(Collectors.joining()));
    }

    /** A file's line. */
    public static String line(Map.Entry<String, byte[]> file) {
        return Sha256.of(file.getValue()) + "  " + file.getKey() + "\n";
    }
}
