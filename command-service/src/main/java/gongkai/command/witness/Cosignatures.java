package gongkai.command.witness;

import gongkai.proof.Checkpoint;
import gongkai.proof.Cosignature;
import gongkai.proof.SignedNote;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cosignatures of each ledger's trees. They stand below a note and are no part of its text: with them or without, a
 * checkpoint is the same one.
 */
@Component
public class Cosignatures {

    private final JdbcClient jdbc;

    Cosignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A cosignature as it is kept, with the key that checks it. */
    private record Kept(String verifierKey, String line) {}

    /** The first one of each witness over each tree is kept; further ones say no more. */
    void keep(String code, long size, String verifierKey, Cosignature it) {
        jdbc.sql("""
                INSERT INTO cosignature (ledger, size, verifier_key, line)
                VALUES (:ledger, :size, :key, :line) ON CONFLICT DO NOTHING
                """)
                .params(Map.of("ledger", code, "size", size, "key", verifierKey, "line", it.line()))
                .update();
    }

    /** The size of the newest tree that a witness cosigned, or 0. */
    long newest(String code, String verifierKey) {
        return jdbc.sql("""
                SELECT coalesce(max(size), 0) FROM cosignature WHERE ledger = :ledger AND verifier_key = :key
                """)
                .params(Map.of("ledger", code, "key", verifierKey))
                .query(Long.class)
                .single();
    }

    /** The note with all cosignatures of its tree below it; one of another tree of that size is left out. */
    public String below(String code, String note) {
        long size = Checkpoint.parseNote(note).map(Checkpoint::size).orElse(0L);
        return note
                + of(code, size).stream()
                        .filter(it -> SignedNote.isSigned(note + it.line(), it.verifierKey()))
                        .map(Kept::line)
                        .collect(Collectors.joining());
    }

    private List<Kept> of(String code, long size) {
        return jdbc.sql("""
                SELECT verifier_key, line FROM cosignature WHERE ledger = :ledger AND size = :size ORDER BY verifier_key
                """)
                .params(Map.of("ledger", code, "size", size))
                .query((row, _) -> new Kept(row.getString(1), row.getString(2)))
                .list();
    }

    /** The keys of all witnesses that ever cosigned the ledger. */
    public List<String> verifierKeys(String code) {
        return jdbc.sql("SELECT DISTINCT verifier_key FROM cosignature WHERE ledger = :ledger ORDER BY verifier_key")
                .param("ledger", code)
                .query(String.class)
                .list();
    }
}
