package gongkai.verifier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.bundle.Archive;
import gongkai.bundle.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is bounded before it is read. */
class HostileArchiveTest {

    @Test
    void a_packed_file_is_refused_before_it_is_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb"));
            zip.write(new byte[1 << 20]);
        }
        assertThatThrownBy(() -> Archive.read(bytes.toByteArray()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("bomb: it is packed; nothing in a bundle is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../up", "a/../b", "a//b", "A", "记录", "a b", "a/", ".", "a\\b"})
    void a_path_that_could_lead_elsewhere_is_refused(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(0);
            entry.setCrc(new CRC32().getValue());
            zip.putNextEntry(entry);
        }
        assertThatThrownBy(() -> Archive.read(bytes.toByteArray())).isInstanceOf(RefusedException.class);
    }

    @Test
    void what_is_no_archive_is_refused() {
        assertThatThrownBy(() -> Verification.of(new byte[] {'P', 'K', 3, 4}, new Trust(List.of(), Optional.empty())))
                .isInstanceOf(RefusedException.class);
    }
}
