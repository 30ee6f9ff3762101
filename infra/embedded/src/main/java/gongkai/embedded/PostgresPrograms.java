package gongkai.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** PostgreSQL's own programs, unpacked once for each user and version, and run as somebody who is not root. */
record PostgresPrograms(Path bin, Unprivileged user) {

    static PostgresPrograms locate() throws IOException {
        byte[] archive;
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            archive = Objects.requireNonNull(in, "no PostgreSQL binaries for this machine on the class path")
                    .readAllBytes();
        }
        Path target = cache().resolve("postgresql-" + digest(archive));
        try {
            Directories.complete(target, directory -> TarXz.unpack(new ByteArrayInputStream(archive), directory));
        } catch (IOException e) {
            IOException plain = new IOException("its programs cannot be unpacked into " + target
                    + ": set XDG_CACHE_HOME to a writable directory with 100 MB free");
            plain.addSuppressed(e);
            throw plain;
        }
        return new PostgresPrograms(target.resolve("bin"), Unprivileged.here());
    }

    String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(bin.resolve(program).toString());
        Collections.addAll(command, arguments);
        return Program.run(command);
    }

    /** Not the data directory: that may be mounted noexec, and tests have many of them. */
    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("gongkai");
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        String arch = System.getProperty("os.arch");
        return arch.equals("amd64") ? "x86_64" : arch;
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
