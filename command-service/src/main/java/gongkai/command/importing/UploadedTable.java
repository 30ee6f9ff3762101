package gongkai.command.importing;

import java.time.LocalDate;
import java.util.Optional;

/** A file as a person handed it in, with what they say about it. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record UploadedTable(
        String fileName, byte[] content, int year, Optional<LocalDate> issuedOn, Optional<String> title) {}
