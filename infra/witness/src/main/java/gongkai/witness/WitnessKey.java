package gongkai.witness;

import gongkai.proof.Cosigner;
import java.io.IOException;
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

/** The witness's own Ed25519 key: a file of three lines, name, private half (PKCS #8) and public half (X.509) in base64. */
final class WitnessKey {

    private static final String ALGORITHM = "Ed25519";

    private WitnessKey() {}

    /**
     * The key in the file, which is made when there is none.
     *
     * @throws IOException when it cannot be read, or belongs to a witness of another name
     */
    static Cosigner in(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            write(file, name);
        }
        var lines = Files.readAllLines(file);
        if (lines.size() != 3) {
            throw new IOException("The key in " + file + " is damaged; put it back from a copy.");
        }
        if (!lines.getFirst().equals(name)) {
            throw new IOException("The key in %s is that of «%s», not of «%s»; a key has one name for good."
                    .formatted(file, lines.getFirst(), name));
        }
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new Cosigner(
                    name,
                    new KeyPair(
                            keys.generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(2)))),
                            keys.generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The key in " + file + " is damaged; put it back from a copy.", e);
        }
    }

    private static void write(Path file, String name) throws IOException {
        var pair = make();
        var base64 = Base64.getEncoder();
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                next,
                name + "\n" + base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(pair.getPublic().getEncoded()) + "\n");
        Files.move(next, file);
    }

    private static KeyPair make() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }
}
