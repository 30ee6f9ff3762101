package gongkai.query.record;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.query.projection.Projection.Applied;
import gongkai.query.projection.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Merkle tree over what came of each ledger (RFC 6962): the same as the ledger's own, if nothing is missing. */
@Component
public class LedgerTrees {

    /** From one to the next lie so few records that any earlier root is found by reading them. */
    private static final int MILESTONE = 64;

    /** From the newest tree that is not larger than the last one's size, and the records from there on. */
    private static final String TREE_OF_LAST = """
            begun AS (
              (SELECT size, subtrees FROM ledger_tree WHERE ledger = :ledger AND size <= (SELECT size FROM last))
              UNION ALL
              (SELECT size, subtrees FROM tree_milestone WHERE ledger = :ledger AND size <= (SELECT size FROM last)
               ORDER BY size DESC LIMIT 1)
              ORDER BY size DESC LIMIT 1
            )
            SELECT last.position, last.size, coalesce(begun.size, 0) AS begun, begun.subtrees, ARRAY (
              SELECT record.record FROM record
              WHERE record.ledger = :ledger AND record.leaf >= coalesce(begun.size, 0) AND record.leaf < last.size
              ORDER BY record.leaf
            ) AS records
            FROM last LEFT JOIN begun ON true
            """;

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    LedgerTrees(JdbcTemplate jdbc) {
        this.statements = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    private record Grown(String ledger, CompactRange tree) {}

    /** @param records each ledger's in the order of its leaves */
    void grow(List<Applied> records) {
        var trees = trees(records.stream().map(it -> it.record().ledger()).collect(Collectors.toSet()));
        List<Grown> milestones = new ArrayList<>();
        for (var it : records) {
            var ledger = it.record().ledger();
            var tree = trees.getOrDefault(ledger, CompactRange.EMPTY).plus(Hash.ofLeaf(it.bytes()));
            trees.put(ledger, tree);
            if (tree.size() % MILESTONE == 0) {
                milestones.add(new Grown(ledger, tree));
            }
        }
        write(milestones, "INSERT INTO tree_milestone SELECT * FROM unnest(?::text[], ?::int8[], ?::bytea[])");
        write(
                trees.entrySet().stream()
                        .map(it -> new Grown(it.getKey(), it.getValue()))
                        .toList(),
                """
                INSERT INTO ledger_tree SELECT * FROM unnest(?::text[], ?::int8[], ?::bytea[])
                ON CONFLICT (ledger) DO UPDATE SET size = excluded.size, subtrees = excluded.subtrees
                """);
    }

    private void write(List<Grown> grown, String sql) {
        Rows.of(grown)
                .text(Grown::ledger)
                .number(it -> it.tree().size())
                .bytes(it -> Subtrees.write(it.tree()))
                .write(statements, sql);
    }

    private Map<String, CompactRange> trees(Collection<String> ledgers) {
        return jdbc
                .sql("SELECT ledger, size, subtrees FROM ledger_tree WHERE ledger = ANY (:ledgers)")
                .param("ledgers", ledgers.toArray(String[]::new))
                .query((row, _) -> new Grown(row.getString(1), Subtrees.read(row.getLong(2), row.getBytes(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Grown::ledger, Grown::tree, (one, _) -> one, HashMap::new));
    }

    /** The tree over all records that are here; the empty one for a ledger that is not. */
    public CompactRange tree(String ledger) {
        return trees(List.of(ledger)).getOrDefault(ledger, CompactRange.EMPTY);
    }

    /** The root over all records that are here, base64, by ledger. */
    public Map<String, String> roots() {
        return jdbc
                .sql("SELECT ledger, size, subtrees FROM ledger_tree")
                .query((row, _) -> new Grown(row.getString(1), Subtrees.read(row.getLong(2), row.getBytes(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Grown::ledger, it -> it.tree().root().base64()));
    }

    /**
     * A ledger's tree as it was at a position of the log.
     *
     * @param position of its last record
     * @param root base64
     */
    public record KnownTree(String ledger, long position, long size, String root) {}

    /** Empty when the ledger had no record by then. */
    public Optional<KnownTree> at(String ledger, long position) {
        return jdbc.sql("""
                        WITH last AS (
                          SELECT position, leaf + 1 AS size FROM record WHERE ledger = :ledger AND position <= :position
                          ORDER BY position DESC LIMIT 1
                        ),
                        """ + TREE_OF_LAST)
                .params(Map.of("ledger", ledger, "position", position))
                .query((row, _) -> {
                    long last = row.getLong("position");
                    return treeIn(row)
                            .map(it -> new KnownTree(
                                    ledger, last, it.size(), it.root().base64()));
                })
                .optional()
                .flatMap(it -> it);
    }

    /** The root over the first records, read again from the table; empty when there are not so many. */
    public Optional<Hash> rootAt(String ledger, long size) {
        return jdbc.sql("WITH last AS (SELECT 0 AS position, :size AS size)," + TREE_OF_LAST)
                .params(Map.of("ledger", ledger, "size", size))
                .query((row, _) -> treeIn(row).map(CompactRange::root))
                .single();
    }

    /** Empty when there are not so many records as the last one's size says. */
    private static Optional<CompactRange> treeIn(ResultSet row) throws SQLException {
        var subtrees = row.getBytes("subtrees");
        var tree = subtrees == null ? CompactRange.EMPTY : Subtrees.read(row.getLong("begun"), subtrees);
        for (var record : (byte[][]) row.getArray("records").getArray()) {
            tree = tree.plus(Hash.ofLeaf(record));
        }
        return tree.size() == row.getLong("size") ? Optional.of(tree) : Optional.empty();
    }
}
