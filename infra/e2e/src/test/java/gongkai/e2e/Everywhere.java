package gongkai.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every place where a running installation keeps anything, searched for a text. */
record Everywhere(RunningStandalone gongkai) {

    /** Where it stands; what the servers' files still hold of what was deleted counts too. */
    List<String> placesOf(String text) throws IOException, SQLException {
        List<String> places = new ArrayList<>(tablesWith(text));
        inTopics(runtime(), text, places);
        inFiles(gongkai.launch().data(), text, places);
        places.addAll(keysWith(text));
        inFile(gongkai.program().out(), text, places);
        inFile(gongkai.program().err(), text, places);
        return places;
    }

    List<String> tablesWith(String text) throws IOException, SQLException {
        List<String> places = new ArrayList<>();
        var jdbc = runtime().path("jdbcUrl").asString();
        for (var database : List.of("gongkai_ledger", "gongkai_query", "gongkai_issuer", "postgres")) {
            try (var connection = DriverManager.getConnection(
                    jdbc.replace("gongkai_ledger", database),
                    runtime().path("jdbcUser").asString(),
                    runtime().path("jdbcPassword").asString())) {
                inTables(connection, database, text, places);
            }
        }
        return places;
    }

    List<String> keysWith(String text) throws IOException {
        List<String> places = new ArrayList<>();
        inFiles(gongkai.launch().personKeys(), text, places);
        return places;
    }

    private JsonNode runtime() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(gongkai.launch().data().resolve("runtime.json")));
    }

    private static void inTables(Connection connection, String database, String text, List<String> places)
            throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            try (var rows = statement.executeQuery("""
                    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        var hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
        for (var table : tables) {
            // A row as text has bytes in hexadecimal.
            try (var find = connection.prepareStatement(
                    "SELECT count(*) FROM %s AS it WHERE position(? IN it::text) > 0 OR position(? IN it::text) > 0"
                            .formatted(table))) {
                find.setString(1, text);
                find.setString(2, hex);
                try (var rows = find.executeQuery()) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        places.add(database + " " + table);
                    }
                }
            }
        }
    }

    private static void inTopics(JsonNode runtime, String text, List<String> places) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", runtime.path("kafka").asString());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(it -> {
                    if (contains(it.key(), text) || contains(it.value(), text)) {
                        places.add("topic " + it.topic());
                    }
                });
            }
        }
    }

    private static void inFiles(Path directory, String text, List<String> places) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                inFile(file, text, places);
            }
        }
    }

    private static void inFile(Path file, String text, List<String> places) throws IOException {
        // One that the servers took away meanwhile holds nothing.
        if (Files.isRegularFile(file) && contains(Files.readAllBytes(file), text)) {
            places.add(file.toString());
        }
    }

    /** UTF-8. */
    static boolean contains(byte[] bytes, String text) {
        return bytes != null && new String(bytes, ISO_8859_1).contains(new String(text.getBytes(UTF_8), ISO_8859_1));
    }
}
