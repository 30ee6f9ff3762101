package gongkai.command.checkpoint;

import gongkai.command.ledger.Ledger;
import gongkai.proof.Checkpoint;
import gongkai.proof.NoteSigner;
import gongkai.proof.NoteVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs a ledger's tree as it is, and remembers the newest signed one in a file outside the database: a database that was
 * put back from an old backup, or exchanged for another, is not signed again.
 */
@Component
public class Checkpoints {

    private final Ledger ledger;
    private final Path directory;
    private final KeyPair pair;

    Checkpoints(Ledger ledger, @Value("${gongkai.keys}") Path directory) {
        this.ledger = ledger;
        this.directory = directory;
        this.pair = SigningKey.in(directory);
    }

    /** What a verifier of the ledger's checkpoints needs, in the C2SP form {@code name+id+key}. */
    public String verifierKey(String code) {
        return signer(code).verifierKey();
    }

    /**
     * The ledger's tree now, as a signed note.
     *
     * @throws RolledBackException when it does not begin with the tree that was signed before
     */
    public synchronized String sign(String code) {
        var tree = ledger.tree(code);
        var checkpoint = new Checkpoint(originOf(code), tree.size(), tree.root());
        var before = remembered(code);
        before.ifPresent(it -> requireGrowth(code, it, checkpoint));
        var note = signer(code).sign(checkpoint.body());
        if (!before.equals(Optional.of(checkpoint))) {
            remember(code, note);
        }
        return note;
    }

    private void requireGrowth(String code, Checkpoint before, Checkpoint now) {
        if (now.size() < before.size()) {
            throw new RolledBackException(
                    "The ledger %s has %d leaves, but a checkpoint of %d was signed before; was an old backup restored?"
                            .formatted(code, now.size(), before.size()));
        }
        if (!before.root().equals(ledger.tree(code, before.size()).root())) {
            throw new RolledBackException(
                    "The first %d leaves of the ledger %s are not those that were signed before; its records were changed."
                            .formatted(before.size(), code));
        }
    }

    private NoteSigner signer(String code) {
        return new NoteSigner(originOf(code), pair);
    }

    private static String originOf(String code) {
        return "gongkai/" + code;
    }

    private Path fileOf(String code) {
        return directory.resolve("checkpoint-" + code);
    }

    private Optional<Checkpoint> remembered(String code) {
        var file = fileOf(code);
        try {
            return Files.exists(file)
                    ? NoteVerifier.of(verifierKey(code))
                            .flatMap(it -> verified(it, file))
                            .flatMap(Checkpoint::parse)
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("The remembered checkpoint " + file + " cannot be read", e);
        }
    }

    private static Optional<String> verified(NoteVerifier verifier, Path file) {
        try {
            return verifier.verify(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String code, String note) {
        try {
            var next = directory.resolve("checkpoint-" + code + ".next");
            Files.writeString(next, note);
            Files.move(next, fileOf(code), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint of " + code + " cannot be remembered in " + directory, e);
        }
    }
}
