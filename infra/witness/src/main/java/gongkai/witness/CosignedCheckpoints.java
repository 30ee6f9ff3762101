package gongkai.witness;

import gongkai.proof.Checkpoint;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The checkpoint that was cosigned last of each ledger, a file each. What this forgets could be cosigned otherwise: so a
 * file is on the disk before anybody hears of it, never half written, and one that cannot be read stops the witness.
 */
public final class CosignedCheckpoints implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;
    private final Map<String, Checkpoint> newest = new HashMap<>();

    /** @throws IOException when the directory cannot be read, or is another witness's */
    public CosignedCheckpoints(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.lock = locked(directory.resolve("lock"));
    }

    private static FileChannel locked(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Ours, in this very process.
        }
        channel.close();
        throw new IOException(
                "Another witness is at work in " + file.getParent() + "; give each a directory of its own.");
    }

    /** @throws IOException when what was cosigned last is there but cannot be read: the witness must not guess */
    public Optional<Checkpoint> newest(String origin) throws IOException {
        var known = newest.get(origin);
        if (known == null && Files.exists(fileOf("checkpoint", origin))) {
            known = read(fileOf("checkpoint", origin), origin);
            newest.put(origin, known);
        }
        return Optional.ofNullable(known);
    }

    private static Checkpoint read(Path file, String origin) throws IOException {
        return Checkpoint.parseNote(Files.readString(file))
                .filter(it -> it.origin().equals(origin))
                .orElseThrow(
                        () -> new IOException(
                                "What was cosigned last of «" + origin + "» cannot be read from " + file
                                        + "; put it back from a copy that is not older, or begin a new witness with a new key."));
    }

    /** On the disk when this returns. */
    void keep(String origin, String note) throws IOException {
        replace(fileOf("checkpoint", origin), note);
        newest.put(origin, Checkpoint.parseNote(note).orElseThrow());
    }

    /** The first one; more of them prove no more. */
    void keepRefused(String origin, String note) throws IOException {
        if (!Files.exists(fileOf("refused", origin))) {
            replace(fileOf("refused", origin), note);
        }
    }

    private void replace(Path file, String text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        try (var out = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path fileOf(String what, String origin) {
        return directory.resolve(what + "-" + URLEncoder.encode(origin, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
