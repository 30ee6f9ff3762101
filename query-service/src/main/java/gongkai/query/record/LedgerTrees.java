package gongkai.query.record;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.query.projection.Projection.Applied;
import gongkai.query.projection.Rows;
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
     * @param root base64
     */
    public record KnownTree(String ledger, long size, String root) {}

    /** Empty when the ledger had no record by then. */
    public Optional<KnownTree> at(String ledger, long position) {
        return jdbc.sql("""
                SELECT leaf + 1 FROM record WHERE ledger = :ledger AND position <= :position
                ORDER BY position DESC LIMIT 1
                """)
                .params(Map.of("ledger", ledger, "position", position))
                .query(Long.class)
                .optional()
                .flatMap(size -> rootAt(ledger, size).map(root -> new KnownTree(ledger, size, root.base64())));
    }

    /** The root over the first records, read again from the table; empty when there are not so many. */
    public Optional<Hash> rootAt(String ledger, long size) {
        var tree = jdbc.sql("""
                (SELECT size, subtrees FROM ledger_tree WHERE ledger = :ledger AND size <= :size)
                UNION ALL
                (SELECT size, subtrees FROM tree_milestone WHERE ledger = :ledger AND size <= :size
                 ORDER BY size DESC LIMIT 1)
                ORDER BY size DESC LIMIT 1
                """)
                .params(Map.of("ledger", ledger, "size", size))
                .query((row, _) -> Subtrees.read(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(CompactRange.EMPTY);
        for (var record : between(ledger, tree.size(), size)) {
            tree = tree.plus(Hash.ofLeaf(record));
        }
        return tree.size() == size ? Optional.of(tree.root()) : Optional.empty();
    }

    private List<byte[]> between(String ledger, long from, long to) {
        return jdbc.sql(
                        "SELECT record FROM record WHERE ledger = :ledger AND leaf >= :from AND leaf < :to ORDER BY leaf")
                .params(Map.of("ledger", ledger, "from", from, "to", to))
                .query((row, _) -> row.getBytes(1))
                .list();
    }
}
