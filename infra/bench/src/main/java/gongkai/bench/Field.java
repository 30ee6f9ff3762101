package gongkai.bench;

import gongkai.bench.contender.Contender;
import gongkai.bench.contender.Database;
import gongkai.bench.contender.GongkaiEngine;
import gongkai.bench.contender.GongkaiPath;
import gongkai.bench.contender.PekkoJournal;
import gongkai.bench.contender.RawRows;
import gongkai.bench.contender.StockAxon;
import gongkai.bench.contender.StockJdbc;
import gongkai.bench.contender.StockJpa;
import gongkai.bench.contender.StrongCache;
import gongkai.bench.contender.Work;
import gongkai.embedded.PostgresServer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;

/** Who takes part in a discipline, each on a new database; ours is the first. */
record Field(List<Contender> contenders) implements AutoCloseable {

    /** Of each stock pool: more gained nothing on two processors, fewer lost. */
    static final int CONNECTIONS = 20;

    /** Of the raw rows in one statement. */
    static final int ROWS = 1_000;

    /** Streams that commands to existing ones are spread over. */
    static final int STREAMS = 10_000;

    static Field of(Discipline discipline, int bytes, PostgresServer server) {
        var prefix = discipline.name().toLowerCase(Locale.ROOT) + bytes + "_";
        var work = Work.ofRecords(bytes);
        return discipline == Discipline.ENGINE
                ? engines(server, prefix, work)
                : paths(discipline, server, prefix, work);
    }

    static Field paths(Discipline discipline, PostgresServer server, String prefix, Work work) {
        // A new stream gets no second command, so that a cache would only cost.
        boolean cached = discipline == Discipline.CACHED;
        return new Field(List.of(
                new GongkaiPath(Database.create(server, prefix + "gongkai"), work, cached ? 1_000_000 : 0),
                new StockAxon(StockJdbc.on(Database.create(server, prefix + "jdbc"), CONNECTIONS), work, cache(cached)),
                new StockAxon(StockJpa.on(Database.create(server, prefix + "jpa"), CONNECTIONS), work, cache(cached))));
    }

    private static Cache cache(boolean cached) {
        return cached ? new StrongCache() : NoCache.INSTANCE;
    }

    private static Field engines(PostgresServer server, String prefix, Work work) {
        return new Field(List.of(
                new GongkaiEngine(Database.create(server, prefix + "gongkai"), work),
                StockJdbc.on(Database.create(server, prefix + "jdbc"), CONNECTIONS)
                        .alone(work),
                StockJpa.on(Database.create(server, prefix + "jpa"), CONNECTIONS)
                        .alone(work),
                new PekkoJournal(Database.create(server, prefix + "pekko"), work, CONNECTIONS),
                new RawRows(Database.create(server, prefix + "single"), work, 1, CONNECTIONS),
                new RawRows(Database.create(server, prefix + "multi"), work, ROWS, 2)));
    }

    /** Ours, and those whose names hold the text. */
    Field only(String text) {
        contenders.stream().skip(1).filter(it -> !it.name().contains(text)).forEach(Contender::close);
        return new Field(Stream.concat(
                        contenders.stream().limit(1),
                        contenders.stream().skip(1).filter(it -> it.name().contains(text)))
                .toList());
    }

    @Override
    public void close() {
        contenders.forEach(Contender::close);
    }
}
