package gongkai.command.importing;

import gongkai.event.SourceDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that plans were read from, kept as they came, under their SHA-256. */
@Component
class SourceDocuments {

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

    void keep(SourceDocument document, byte[] content) {
        jdbc.sql("INSERT INTO source_document (sha256, content) VALUES (:sha256, :content) ON CONFLICT DO NOTHING")
                .params(Map.of("sha256", document.sha256(), "content", content))
                .update();
    }
}
