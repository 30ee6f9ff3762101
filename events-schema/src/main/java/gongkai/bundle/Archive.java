package gongkai.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files in one ZIP that can be written in only one way: sorted by name, stored, all of one time. So no byte of it is
 * without meaning, and what was read is sound exactly if writing it again gives the same bytes.
 */
public final class Archive {

    /** Bytes of an archive, and files in it, at most. */
    public static final int MAX_SIZE = 256 << 20;

    public static final int MAX_FILES = 65_000;

    /** Any time would do that ZIP can state without an extra field. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[-./][a-z0-9]+)*");
    private static final int LONGEST_NAME = 120;

    private Archive() {}

    /** @throws IllegalArgumentException for a file whose name is none of ours */
    public static byte[] write(SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                if (!isName(file.getKey())) {
                    throw new IllegalArgumentException("«" + file.getKey() + "» is no name of a file in a bundle");
                }
                zip.putNextEntry(entry(file));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(Map.Entry<String, byte[]> file) {
        var crc = new CRC32();
        crc.update(file.getValue());
        var entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    /** @throws RefusedException when it is not an archive exactly as it is written here */
    public static SortedMap<String, byte[]> read(byte[] archive) {
        if (archive.length > MAX_SIZE) {
            throw new RefusedException("archive", "%,d bytes are more than %,d".formatted(archive.length, MAX_SIZE));
        }
        var files = entries(archive);
        int difference = Arrays.mismatch(write(files), archive);
        if (difference >= 0) {
            throw new RefusedException("archive", "byte %,d is not as it is written".formatted(difference));
        }
        return files;
    }

    private static SortedMap<String, byte[]> entries(byte[] archive) {
        var files = new TreeMap<String, byte[]>();
        var place = "archive";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (!isName(name) || files.size() == MAX_FILES || files.containsKey(name)) {
                    throw new RefusedException("archive", "a file after %s is none of a bundle".formatted(place));
                }
                place = name;
                if (entry.getMethod() != ZipEntry.STORED) {
                    throw new RefusedException(name, "it is packed; nothing in a bundle is");
                }
                files.put(name, zip.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(place, "the archive is damaged here: " + e.getMessage());
        }
        return files;
    }
}
