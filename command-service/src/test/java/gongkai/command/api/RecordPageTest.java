package gongkai.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.ledger.Facts;
import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.memory.MemoryLedger;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordPageTest {

    private final MemoryLedger ledger = new MemoryLedger(InstantSource.system());
    private final String county = Facts.county();

    @AfterEach
    void close() {
        ledger.close();
    }

    private void append(int records, int characters) {
        for (int i = 0; i < records; i++) {
            ledger.append(List.of(Facts.event(county, county, i, "a".repeat(characters))));
        }
    }

    @Test
    void records_stand_side_by_side_byte_for_byte() {
        append(230, 1);
        var page = RecordPage.read(ledger, county, 7, 210);
        assertThat(page.next()).isEqualTo(217);
        assertThat(page.batch()).isEqualTo(batch(ledger.rows(county, 7, 210)));
        assertThat(RecordPage.read(ledger, county, 230, 210)).satisfies(it -> {
            assertThat(it.batch()).asString().isEqualTo("[]");
            assertThat(it.next()).isEqualTo(230);
        });
    }

    @Test
    void a_heavy_page_ends_early_and_the_next_one_goes_on_there() {
        append(150, 60_000);
        var first = RecordPage.read(ledger, county, 0, 1_000);
        assertThat(first.next()).isEqualTo(100);
        assertThat(first.batch()).hasSizeBetween(4 << 20, 7 << 20);
        var second = RecordPage.read(ledger, county, first.next(), 1);
        assertThat(second.next()).isEqualTo(first.next() + 1);
        assertThat(second.batch()).isEqualTo(batch(ledger.rows(county, first.next(), 1)));
    }

    private static byte[] batch(List<LedgerRow> rows) {
        var bytes = new ByteArrayOutputStream();
        for (var row : rows) {
            bytes.write(bytes.size() == 0 ? '[' : ',');
            bytes.writeBytes(row.record());
        }
        bytes.write(']');
        return bytes.toByteArray();
    }
}
