package gongkai.event;

/** The file that a plan was read from; {@code sha256} in lower-case hexadecimal, {@code size} in bytes. */
public record SourceDocument(String fileName, String sha256, Long size) {}
