package gongkai.issuer.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The clients and their secrets, in the file {@code clients.json} (mode 0600); made at the first start. */
@Component
public class ClientFile {

    /** The query service: people sign in by it, and it reads ledgers as itself. */
    public static final String QUERY = "gongkai-query";

    private static final List<String> ALL = List.of("*");
    private static final int SECRET_BYTES = 32;

    private final Path file;
    private final JsonMapper json;
    private final Map<String, String> secrets;

    ClientFile(@Value("${gongkai.issuer.keys}") Path directory, JsonMapper json) {
        this.json = json;
        file = directory.resolve("clients.json");
        secrets = new TreeMap<>(read());
        for (var id : List.of(QUERY, "administrator", "registrar", "officer", "inspector", "auditor")) {
            secrets.computeIfAbsent(id, _ -> newSecret());
        }
        write();
    }

    public Client query() {
        return client(QUERY, List.of("auditor"), List.of());
    }

    /** One for each role, over all counties; officers' over all units. */
    public List<Client> machines() {
        return secrets.keySet().stream()
                .filter(it -> !it.equals(QUERY))
                .map(it -> client(it, List.of(it), it.equals("officer") ? ALL : List.of()))
                .toList();
    }

    private Client client(String id, List<String> roles, List<String> units) {
        return new Client(id, Optional.ofNullable(secrets.get(id)).orElseThrow(), roles, ALL, units);
    }

    private static String newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private Map<String, String> read() {
        try {
            return Files.exists(file)
                    ? json.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {})
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private void write() {
        try {
            var next = file.resolveSibling("clients.json.next");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, json.writeValueAsBytes(secrets));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
