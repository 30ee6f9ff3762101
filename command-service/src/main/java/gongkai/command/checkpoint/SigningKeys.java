package gongkai.command.checkpoint;

import gongkai.proof.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that sign checkpoints, the newest first. It lies in the file {@code signing-key} of a directory outside the
 * database, made at the first start, or is given by the environment. Older ones, {@code signing-key.<anything>}, sign along,
 * so that who knows only them still can verify; one whose private half was taken away only stays known.
 */
@Component
class SigningKeys {

    private static final String NAME = "signing-key";

    private final List<SigningKey> keys = new ArrayList<>();

    SigningKeys(@Value("${gongkai.keys}") Path directory, @Value("${gongkai.signing-key}") String given) {
        try {
            Files.createDirectories(directory);
            keys.add(
                    given.isBlank()
                            ? SigningKey.in(directory.resolve(NAME))
                            : SigningKey.parse(given, "GONGKAI_SIGNING_KEY"));
            for (var file : olderIn(directory)) {
                keys.add(SigningKey.parse(Files.readString(file), file.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The signing keys in " + directory + " cannot be read or made", e);
        }
    }

    /** Newest first by name, so dates make good names. */
    private static List<Path> olderIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(it -> it.getFileName().toString().startsWith(NAME + "."))
                    .filter(it -> !it.getFileName().toString().endsWith(SigningKey.UNFINISHED))
                    .sorted((one, other) -> other.compareTo(one))
                    .toList();
        }
    }

    List<NoteSigner> signers(String origin) {
        return keys.stream().flatMap(it -> it.signer(origin).stream()).toList();
    }

    List<String> verifierKeys(String origin) {
        return keys.stream().map(it -> it.verifierKey(origin)).toList();
    }
}
