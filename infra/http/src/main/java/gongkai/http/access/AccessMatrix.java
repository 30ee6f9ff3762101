package gongkai.http.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a service answers, and to whom: the one place where access is decided. */
public final class AccessMatrix {

    private final Map<String, Permission> rows;

    private AccessMatrix(Map<String, Permission> rows) {
        this.rows = rows;
    }

    /** @throws IllegalStateException when an operation stands in it twice */
    public static AccessMatrix of(Permission... rows) {
        return new AccessMatrix(Arrays.stream(rows)
                .collect(Collectors.toMap(it -> key(it.method(), it.path()), Function.identity())));
    }

    public Optional<Permission> of(String method, String path) {
        return Optional.ofNullable(rows.get(key(method.equals("HEAD") ? "GET" : method, path)));
    }

    /** @param path as the OpenAPI document has it, which knows no rest of a path: {@code {*place}} stands there as one part */
    Optional<Permission> documented(String method, String path) {
        return rows.values().stream()
                .filter(it -> it.method().equals(method) && it.documentedPath().equals(path))
                .findFirst();
    }

    /** Whether it is for any of their roles, in counties and units of theirs: what a page offers and leads to. */
    public boolean offers(String method, String path, Caller caller) {
        return caller.isOneOf(of(method, path)
                .orElseThrow(() -> new IllegalArgumentException("No row for " + method + " " + path))
                .roles());
    }

    /** Those that take no token. */
    String[] secretAddresses() {
        return rows.values().stream()
                .filter(it -> it.subject() == Subject.SECRET_ADDRESS)
                .map(Permission::path)
                .toArray(String[]::new);
    }

    /** By path, then by method. */
    public List<Permission> rows() {
        return rows.values().stream()
                .sorted(Comparator.comparing(Permission::path).thenComparing(Permission::method))
                .toList();
    }

    /** The rows as a table in Markdown: a tick for each role that may. */
    public String table() {
        var roles = Role.values();
        var head = "| operation | about | "
                + Arrays.stream(roles).map(Role::claim).collect(Collectors.joining(" | ")) + " |\n| --- | --- |"
                + " --- |".repeat(roles.length) + "\n";
        return head + rows().stream().map(AccessMatrix::line).collect(Collectors.joining());
    }

    private static String line(Permission it) {
        return Stream.concat(
                        Stream.of("`" + it.method() + " " + it.path() + "`", words(it.subject())),
                        Arrays.stream(Role.values()).map(role -> it.roles().contains(role) ? "✓" : ""))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String words(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }
}
