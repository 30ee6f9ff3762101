package gongkai.bench.contender;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.command.audit.Audit;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.postgres.PostgresLedger;
import gongkai.command.ledger.postgres.WriterPool;
import java.time.InstantSource;
import java.util.List;

/** Our ledger alone, encoding and hashing included. */
public final class GongkaiEngine implements Contender {

    private final HikariDataSource readers;
    private final WriterPool writer;
    private final PostgresLedger ledger;
    private final Work work;

    public GongkaiEngine(Database database, Work work) {
        readers = database.pool(4);
        writer = database.writerPool();
        GongkaiPath.migrate(readers);
        ledger = new PostgresLedger(readers, writer, InstantSource.system());
        this.work = work;
    }

    @Override
    public String name() {
        return "Gongkai engine";
    }

    @Override
    public void create(String subject) {
        append(subject, 0);
    }

    private void append(String subject, long sequence) {
        var _ = ledger.append(
                List.of(new NewEvent("610926", subject, sequence, Ids.next(), "bench", work.published(subject))));
    }

    @Override
    public void change(String subject) {
        append(subject, ledger.lastSequence(subject).orElse(-1) + 1);
    }

    /** Reads everything again. */
    public Audit.Report audit() {
        return Audit.of(ledger, "610926");
    }

    @Override
    public void close() {
        ledger.close();
        readers.close();
        writer.close();
    }
}
