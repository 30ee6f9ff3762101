package gongkai.command.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Small files of one directory that only their owner reads; what was written or deleted is so after a power cut too. */
final class SecretFiles {

    private final Path directory;

    /** @throws UncheckedIOException when it cannot be made, or be closed to others */
    SecretFiles(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of the persons' keys " + directory + " cannot be used", e);
        }
    }

    boolean exists(String name) {
        return Files.exists(directory.resolve(name));
    }

    Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(directory.resolve(name)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", name, e);
        }
    }

    /** Nothing, when another was first. */
    void make(String name, String text) {
        try {
            var file = written(text);
            try {
                Files.createLink(directory.resolve(name), file);
            } catch (FileAlreadyExistsException _) {
                // Whoever comes second takes what the first one made.
            } finally {
                Files.delete(file);
            }
            force();
        } catch (IOException e) {
            throw failed("made", name, e);
        }
    }

    void replace(String name, String text) {
        try {
            Files.move(written(text), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException e) {
            throw failed("written", name, e);
        }
    }

    void delete(String name) {
        try {
            if (Files.deleteIfExists(directory.resolve(name))) {
                force();
            }
        } catch (IOException e) {
            throw failed("deleted", name, e);
        }
    }

    Set<String> endingWith(String ending) {
        try (var files = Files.list(directory)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(ending))
                    .map(it -> it.substring(0, it.length() - ending.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw failed("listed", ".", e);
        }
    }

    private Path written(String text) throws IOException {
        var file = directory.resolve("." + UUID.randomUUID());
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return file;
    }

    private void force() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private UncheckedIOException failed(String how, String name, IOException e) {
        return new UncheckedIOException("%s could not be %s".formatted(directory.resolve(name), how), e);
    }
}
