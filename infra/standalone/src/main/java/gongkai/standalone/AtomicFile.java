package gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.databind.json.JsonMapper;

/** JSON that only its owner can read, and that is there as a whole or not at all. */
final class AtomicFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AtomicFile() {}

    static void write(Path file, Object content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        return JSON.readValue(Files.readString(file), type);
    }
}
