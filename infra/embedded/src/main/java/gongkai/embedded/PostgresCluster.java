package gongkai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The data of one server: made at the first start, with a password of its own, and kept. */
record PostgresCluster(Path home, String password) {
    static final String USER = "gongkai";
    private static final String DATA = "cluster";

    static PostgresCluster open(Path directory, PostgresPrograms programs) throws IOException {
        Files.createDirectories(directory);
        Path home = directory.toRealPath();
        Directories.sweep(home);
        Path data = home.resolve(DATA);
        Path passwordFile = home.resolve("password");
        if (!Files.isDirectory(data)) {
            // Before the cluster: one without its password could never be opened again.
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, randomPassword());
        }
        Directories.complete(data, unfinished -> initialise(unfinished, passwordFile, programs));
        return new PostgresCluster(home, Files.readString(passwordFile));
    }

    Path data() {
        return home.resolve(DATA);
    }

    Path log() {
        return home.resolve("server.log");
    }

    private static void initialise(Path data, Path passwordFile, PostgresPrograms programs) throws IOException {
        programs.user().own(data);
        List<String> arguments = new ArrayList<>(
                List.of("--pgdata=" + data, "--username=" + USER, "--pwfile=" + passwordFile, "--auth=scram-sha-256"));
        arguments.addAll(PostgresSettings.INITIAL);
        programs.run("initdb", arguments.toArray(String[]::new));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
