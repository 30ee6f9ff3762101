package gongkai.embedded;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the server runs; given on its command line, where no file and no ALTER SYSTEM can override it. */
final class PostgresSettings {
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("idle_in_transaction_session_timeout", "60s"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"));

    private PostgresSettings() {}

    static String options(int port) {
        Map<String, String> settings = new TreeMap<>(ALWAYS);
        settings.put("port", Integer.toString(port));
        return settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}
