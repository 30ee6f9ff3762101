package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.commit.GroupCommit;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** The log in one PostgreSQL database: what is appended goes through one writer. */
public final class PostgresLedger extends PostgresReader implements Ledger, AutoCloseable {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final GroupCommit appends;
    private final CommitNews news;

    /**
     * @param readers connections for whoever reads
     * @param writer at least two connections that nobody else uses: one writes, one hears of other writers
     */
    public PostgresLedger(DataSource readers, DataSource writer, InstantSource clock) {
        super(readers);
        this.appends = new GroupCommit(new PostgresLogStore(writer), new RecordCodec(), clock, this::tellListeners);
        this.news = new CommitNews(writer, this::tellListeners);
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<EventRecord> append(List<NewEvent> batch) {
        return appends.append(batch);
    }

    @Override
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        news.close();
        appends.close();
    }
}
