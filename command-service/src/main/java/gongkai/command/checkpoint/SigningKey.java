package gongkai.command.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key that signs checkpoints: made at the first start, in a file that only its owner can read. */
final class SigningKey {

    private SigningKey() {}

    static KeyPair in(Path directory) {
        try {
            Files.createDirectories(directory);
            var file = directory.resolve("signing-key");
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key in " + directory + " cannot be read or made", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The signing key in " + directory + " is damaged; put it back from its own backup", e);
        }
    }

    private static KeyPair make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var next = file.resolveSibling("signing-key.next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines = Base64.getEncoder();
        Files.writeString(
                next,
                lines.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + lines.encodeToString(pair.getPublic().getEncoded()) + "\n");
        Files.move(next, file);
        return pair;
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(file);
        var keys = KeyFactory.getInstance("Ed25519");
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.getLast()))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()))));
    }
}
