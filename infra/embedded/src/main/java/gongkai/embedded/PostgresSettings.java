package gongkai.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the server runs; given on its command line, where no file and no ALTER SYSTEM can override it. */
public final class PostgresSettings {
    /** For a new cluster, arguments of initdb. */
    public static final List<String> INITIAL = List.of(
            "--encoding=UTF8",
            // Sorts by code point on every machine and in every release, yet knows Unicode's letters.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");

    /** Wherever the server runs. */
    public static final Map<String, String> EVERYWHERE = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("idle_in_transaction_session_timeout", "60s"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"));

    private static final Map<String, String> THIS_MACHINE_ONLY =
            Map.of("listen_addresses", "127.0.0.1", "unix_socket_directories", "''");

    private PostgresSettings() {}

    static String options(int port, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(EVERYWHERE);
        settings.putAll(more);
        settings.putAll(THIS_MACHINE_ONLY);
        settings.put("port", Integer.toString(port));
        return settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}
