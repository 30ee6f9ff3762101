package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.embedded.PostgresServer;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Somebody who holds the machine, while the program is stopped: databases, broker, keys and backups. */
record Insider(Path data) {

    /** A directory tree with all that belongs to it, owners too. */
    static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    void restore(Path backup) throws IOException, InterruptedException {
        delete(data.resolve("postgres"));
        copy(backup, data.resolve("postgres"));
    }

    /** All that remembers a checkpoint on this machine but the query side: the signer's file, and the topic. */
    void forgetCheckpoints() throws IOException {
        delete(data.resolve("kafka"));
        Files.delete(data.resolve("keys/checkpoint-" + County.CODE));
    }

    void forgetReadSide() {
        withDatabase("postgres", sql -> execute(sql, "DROP DATABASE gongkai_query"));
    }

    /** Puts other words into a record, and then mends every hash that follows from it, as if it had always been so. */
    void rewrite(long leaf, String words, String by) {
        withDatabase("gongkai_ledger", sql -> {
            try (var rows = sql.prepareStatement("SELECT record FROM ledger_event WHERE ledger = ? AND leaf = ?");
                    var update = sql.prepareStatement(
                            "UPDATE ledger_event SET record = ?, leaf_hash = ? WHERE ledger = ? AND leaf = ?")) {
                rows.setString(1, County.CODE);
                rows.setLong(2, leaf);
                var found = rows.executeQuery();
                assertThat(found.next()).isTrue();
                var before = new String(found.getBytes(1), StandardCharsets.UTF_8);
                assertThat(before).contains(words);
                var after = before.replace(words, by).getBytes(StandardCharsets.UTF_8);
                update.setBytes(1, after);
                update.setBytes(2, Hash.ofLeaf(after).bytes());
                update.setString(3, County.CODE);
                update.setLong(4, leaf);
                assertThat(update.executeUpdate()).isOne();
                mendTree(sql);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Nodes above the lowest tiles are not touched: the leaf is not yet below one. */
    private static void mendTree(Connection sql) throws SQLException {
        try (var rows = sql.prepareStatement("SELECT leaf_hash FROM ledger_event WHERE ledger = ? ORDER BY leaf");
                var update = sql.prepareStatement("UPDATE ledger_head SET subtrees = ? WHERE ledger = ?")) {
            rows.setString(1, County.CODE);
            var tree = CompactRange.EMPTY;
            var found = rows.executeQuery();
            while (found.next()) {
                tree = tree.plus(new Hash(found.getBytes(1)));
            }
            var subtrees = ByteBuffer.allocate(Hash.SIZE * tree.subtrees().size());
            tree.subtrees().forEach(it -> subtrees.put(it.bytes()));
            update.setBytes(1, subtrees.array());
            update.setString(2, County.CODE);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private void withDatabase(String name, Consumer<Connection> work) {
        try (var postgres = PostgresServer.start(data.resolve("postgres"));
                var sql = DriverManager.getConnection(postgres.jdbcUrl(name), postgres.user(), postgres.password())) {
            work.accept(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Connection sql, String statement) {
        try (var it = sql.createStatement()) {
            it.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(it -> {
                try {
                    Files.delete(it);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
