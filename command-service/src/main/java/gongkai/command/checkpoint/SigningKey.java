package gongkai.command.checkpoint;

import gongkai.proof.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Ed25519 key. As text: its private half (PKCS #8) if it still may sign, then its public half (X.509), each in base64.
 */
record SigningKey(PublicKey publicKey, Optional<PrivateKey> privateKey) {

    static final String UNFINISHED = ".next";

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    /** The key in the file, which is made when there is none. */
    static SigningKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, make());
        }
        return parse(Files.readString(file), file.toString());
    }

    /** @param source where the text comes from, for whoever must repair it */
    static SigningKey parse(String text, String source) {
        var halves = List.of(BETWEEN.split(text.strip()));
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            var publicKey = keys.generatePublic(new X509EncodedKeySpec(decode(halves.getLast())));
            return halves.size() == 1
                    ? new SigningKey(publicKey, Optional.empty())
                    : new SigningKey(
                            publicKey,
                            Optional.of(keys.generatePrivate(new PKCS8EncodedKeySpec(decode(halves.getFirst())))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The signing key in " + source + " is damaged; put it back from its own backup", e);
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static KeyPair make() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private static void write(Path file, KeyPair pair) throws IOException {
        var next = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var base64 = Base64.getEncoder();
        Files.writeString(
                next,
                base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(pair.getPublic().getEncoded()) + "\n");
        Files.move(next, file);
    }

    /** Empty when only the public half is left. */
    Optional<NoteSigner> signer(String origin) {
        return privateKey.map(it -> new NoteSigner(origin, new KeyPair(publicKey, it)));
    }

    String verifierKey(String origin) {
        return NoteSigner.verifierKey(origin, publicKey);
    }
}
