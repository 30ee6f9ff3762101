package gongkai.standalone;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** The one directory that holds everything this installation keeps. */
record DataDirectory(Path path, DirectoryLock lock, boolean empty) implements AutoCloseable {
    private static final Set<String> NOT_CONTENT = Set.of(DirectoryLock.FILE, "lost+found");

    static DataDirectory open(Path path) {
        try {
            create(path);
            DiskSpace.require(
                    path, Files.exists(path.resolve("postgres")) ? DiskSpace.LATER_START : DiskSpace.FIRST_START);
            DirectoryLock lock = DirectoryLock.take(path);
            return new DataDirectory(path, lock, isEmpty(path));
        } catch (FileAlreadyExistsException e) {
            throw unusable(path, "it is not a directory");
        } catch (IOException e) {
            throw unusable(path, reason(e));
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path log() {
        return path.resolve("logs").resolve("standalone.log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Where the persons' keys are, apart from everything else. */
    static void preparePersonKeys(Path path) {
        try {
            create(path);
        } catch (IOException e) {
            throw new StartupException(
                    "The directory of the persons' keys %s cannot be used (%s): make it writable, or set %s to another one that is no part of %s."
                            .formatted(path, reason(e), Settings.PERSON_KEYS, Settings.DATA_DIR));
        }
    }

    /** Closed to other users: it holds passwords and keys. */
    private static void create(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(
                    entry -> NOT_CONTENT.contains(entry.getFileName().toString()));
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        // Without a reason the message is no more than the path.
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    private static StartupException unusable(Path path, String reason) {
        return new StartupException(
                "Data directory %s cannot be used (%s): make it writable, or set %s to another directory."
                        .formatted(path, reason, Settings.DATA_DIR));
    }
}
