package gongkai.bundle;

import gongkai.event.SourceDocument;
import gongkai.proof.Tile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where in a bundle each thing lies. */
public final class Paths {

    public static final String CHECKPOINT = "checkpoint";
    public static final String COVER = "cover.html";
    public static final String KEYS = "vkeys";
    public static final String MANIFEST = "manifest.sha256";
    public static final String QUESTION = "question.json";
    public static final String REGISTER = "register.json";
    public static final String STATUSES = "statuses.json";

    private static final String DOCUMENTS = "documents/";
    public static final String RECORDS = "records/";

    private static final Pattern RECORD = Pattern.compile(RECORDS + "(\\d{8})\\.json");
    private static final Pattern EXTENSION = Pattern.compile("\\.([a-z0-9]{1,5})$");

    private Paths() {}

    public static String record(long leaf) {
        return RECORDS + "%08d.json".formatted(leaf);
    }

    /** The leaf of the record at that path; empty for another file. */
    public static Optional<Long> leafOf(String path) {
        var parts = RECORD.matcher(path);
        return parts.matches() ? Optional.of(Long.parseLong(parts.group(1))) : Optional.empty();
    }

    public static String proof(long leaf) {
        return "proofs/%08d.tlog-proof".formatted(leaf);
    }

    public static String tile(Tile tile) {
        return "tile/%d/%s".formatted(tile.level(), tile.place());
    }

    /** A document is named by what it is; how it was once called is no name to be trusted. */
    public static String document(SourceDocument it) {
        var extension = EXTENSION.matcher(it.fileName().toLowerCase(Locale.ROOT));
        return DOCUMENTS + it.sha256() + (extension.find() ? "." + extension.group(1) : "");
    }
}
