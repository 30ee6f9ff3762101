package gongkai.command.checkpoint;

import gongkai.proof.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One file a ledger, beside the signing key. */
@Component
class CheckpointFiles implements CheckpointMemory {

    private final Path directory;

    CheckpointFiles(@Value("${gongkai.keys}") Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Checkpoint> newest(String code) {
        var file = fileOf(code);
        try {
            return Files.exists(file) ? Checkpoint.parseNote(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The remembered checkpoint " + file + " cannot be read", e);
        }
    }

    @Override
    public String place(String code) {
        return "the file " + fileOf(code);
    }

    @Override
    public void remember(String code, String note) {
        try {
            var next = directory.resolve("checkpoint-" + code + ".next");
            Files.writeString(next, note);
            Files.move(next, fileOf(code), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint of " + code + " cannot be remembered in " + directory, e);
        }
    }

    private Path fileOf(String code) {
        return directory.resolve("checkpoint-" + code);
    }
}
