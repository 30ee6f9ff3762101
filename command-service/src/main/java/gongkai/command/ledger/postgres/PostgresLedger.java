package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.StreamSnapshot;
import gongkai.command.ledger.StreamTail;
import gongkai.command.ledger.commit.AppendTrace;
import gongkai.command.ledger.commit.CommitObserver;
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
    private final PostgresSnapshots snapshots;
    private final GroupCommit appends;
    private final CommitNews news;
    private final Announcer announcer;

    /** @param readers connections for whoever reads */
    public PostgresLedger(DataSource readers, WriterPool writer, InstantSource clock) {
        this(readers, writer, clock, CommitObserver.NONE, AppendTrace.NONE);
    }

    PostgresLedger(
            DataSource readers, WriterPool writer, InstantSource clock, CommitObserver observer, AppendTrace trace) {
        super(readers);
        this.snapshots = new PostgresSnapshots(readers);
        var connections = writer.connections();
        this.announcer = new Announcer(connections);
        this.appends = new GroupCommit(
                new PostgresLogStore(connections), new RecordCodec(), clock, this::appended, observer, trace);
        this.news = new CommitNews(connections, this::tellListeners);
    }

    private void appended() {
        tellListeners();
        announcer.announce();
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
    public StreamTail readTail(String subject, String foldedBy) {
        return snapshots.readTail(subject, foldedBy);
    }

    @Override
    public void keep(StreamSnapshot snapshot) {
        snapshots.keep(snapshot);
    }

    @Override
    public void close() {
        news.close();
        appends.close();
        announcer.close();
    }
}
