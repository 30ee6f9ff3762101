package gongkai.query.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/** An Office package without the moment of its writing: POI stamps each entry and the properties with the clock. */
final class ReproduciblePackage {

    private static final LocalDateTime EPOCH_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReproduciblePackage() {}

    static byte[] of(POIXMLDocument document, Instant made) throws IOException {
        var properties = document.getProperties().getCoreProperties();
        var date = Optional.of(Date.from(made));
        properties.setCreated(date);
        properties.setModified(date);
        properties.setCreator("公开 Gongkai");
        var bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return withoutTimes(bytes.toByteArray());
    }

    private static byte[] withoutTimes(byte[] zip) throws IOException {
        var bytes = new ByteArrayOutputStream(zip.length);
        try (var from = new ZipInputStream(new ByteArrayInputStream(zip));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(EPOCH_OF_ZIP);
                to.putNextEntry(timeless);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
