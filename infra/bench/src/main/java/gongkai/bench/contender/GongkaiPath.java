package gongkai.bench.contender;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.command.dispatch.Dispatcher;
import gongkai.command.ledger.postgres.PostgresLedger;
import gongkai.command.ledger.postgres.WriterPool;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;

/** Ours from the dispatcher on: command, stream, decision, ledger. */
public final class GongkaiPath implements Contender {

    private final HikariDataSource readers;
    private final WriterPool writer;
    private final PostgresLedger ledger;
    private final Dispatcher dispatcher;
    private final Work work;

    /** @param cachedStreams 0: each command reads its stream again */
    public GongkaiPath(Database database, Work work, long cachedStreams) {
        readers = database.pool(16);
        writer = database.writerPool();
        migrate(readers);
        ledger = new PostgresLedger(readers, writer, InstantSource.system());
        dispatcher = Dispatcher.on(ledger, cachedStreams);
        this.work = work;
    }

    static void migrate(HikariDataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ledger")
                .load()
                .migrate();
    }

    @Override
    public String name() {
        return "Gongkai";
    }

    @Override
    public void create(String subject) {
        var _ = dispatcher.dispatch("bench", work.assign(subject));
    }

    @Override
    public void change(String subject) {
        var _ = dispatcher.dispatch("bench", work.publish(subject));
    }

    @Override
    public void load(String subject) {
        var _ = dispatcher.dispatch("bench", work.nothing(subject));
    }

    @Override
    public void close() {
        ledger.close();
        readers.close();
        writer.close();
    }
}
