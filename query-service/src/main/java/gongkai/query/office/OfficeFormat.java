package gongkai.query.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.http.MediaType;

/** The formats in which a document leaves; the same document gives the same bytes. */
public enum OfficeFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    OfficeFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** CSV has room for the first table only. */
    public byte[] write(OfficeDocument document) {
        try {
            return switch (this) {
                case DOCX -> WordDocument.write(document);
                case XLSX -> ExcelWorkbook.write(document);
                case CSV -> CsvText.write(document);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
