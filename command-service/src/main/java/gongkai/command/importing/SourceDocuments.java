package gongkai.command.importing;

import gongkai.event.SourceDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that plans were read from, kept as they came, under their SHA-256. */
@Component
public class SourceDocuments {

    private final JdbcClient jdbc;

    SourceDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static SourceDocument describe(String fileName, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new SourceDocument(fileName, HexFormat.of().formatHex(digest), (long) content.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The file with that hash, lower-case hexadecimal; empty when no plan was read from it. */
    public Optional<byte[]> find(String sha256) {
        return jdbc.sql("SELECT content FROM source_document WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    void keep(SourceDocument document, byte[] content) {
        jdbc.sql("INSERT INTO source_document (sha256, content) VALUES (:sha256, :content) ON CONFLICT DO NOTHING")
                .params(Map.of("sha256", document.sha256(), "content", content))
                .update();
    }
}
