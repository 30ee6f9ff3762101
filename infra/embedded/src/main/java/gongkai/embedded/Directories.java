package gongkai.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories that appear complete or not at all: filled under a temporary name, then renamed. */
final class Directories {
    private static final String UNFINISHED = "unfinished-";

    private Directories() {}

    /** What fills a new directory. */
    interface Filling {
        void into(Path directory) throws IOException;
    }

    static Path complete(Path target, Filling filling) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        Path parent =
                Files.createDirectories(target.toAbsolutePath().normalize().getParent());
        Path unfinished = Files.createTempDirectory(parent, UNFINISHED + target.getFileName());
        try {
            filling.into(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(unfinished);
            // Another process may have been quicker with the same content.
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
        return target;
    }

    /** Removes what a process that was killed half-way left behind. */
    static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
            for (Path directory : left) {
                delete(directory);
            }
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
