package gongkai.bench.contender;

import com.typesafe.config.ConfigFactory;
import gongkai.record.RecordCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.JournalProtocol;
import org.apache.pekko.persistence.Persistence;
import org.apache.pekko.persistence.PersistentEnvelope;
import org.apache.pekko.persistence.PersistentRepr;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Pekko Persistence JDBC: its journal, asked as its persistent actors ask it, one write each; it puts those together that
 * wait at the same time. Payloads are bytes that are encoded for each write, as ours are.
 */
public final class PekkoJournal implements Contender {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ActorSystem system;
    private final ActorRef journal;
    private final Work work;
    private final RecordCodec codec = new RecordCodec();
    private final String writer = UUID.randomUUID().toString();

    public PekkoJournal(Database database, Work work, int connections) {
        this.work = work;
        try (var pool = database.pool(1)) {
            new ResourceDatabasePopulator(new ClassPathResource("schema/postgres/postgres-create-schema.sql"))
                    .execute(pool);
        }
        var server = database.server();
        system = ActorSystem.create(
                "bench",
                ConfigFactory.parseString("""
                pekko.loglevel = WARNING
                pekko.stdout-loglevel = WARNING
                pekko.persistence.journal.plugin = jdbc-journal
                pekko.actor.allow-java-serialization = off
                jdbc-journal {
                  # Its default of 1,000 refuses some of 1,024 callers.
                  bufferSize = 4096
                  slick {
                    profile = "slick.jdbc.PostgresProfile$"
                    db {
                      url = "%s?reWriteBatchedInserts=true"
                      user = "%s"
                      password = "%s"
                      driver = "org.postgresql.Driver"
                      numThreads = %d
                      maxConnections = %d
                      minConnections = %d
                    }
                  }
                }
                """.formatted(
                                        server.jdbcUrl(database.name()),
                                        server.user(),
                                        server.password(),
                                        connections,
                                        connections,
                                        connections))
                        .withFallback(ConfigFactory.load()));
        journal = Persistence.get(system).journalFor("jdbc-journal", ConfigFactory.empty());
    }

    @Override
    public String name() {
        return "Pekko JDBC";
    }

    @Override
    public void create(String subject) {
        var record = codec.encode("610926", subject, 0, Ids.next(), "bench", work.published(subject))
                .at(0, 0, Instant.EPOCH);
        var event = PersistentRepr.apply(record, 1, subject, "", false, ActorRef.noSender(), writer);
        var writes = CollectionConverters.asScala(List.<PersistentEnvelope>of(new AtomicWrite(seqOf(event))))
                .toSeq();
        var answer = Patterns.askWithReplyTo(
                        journal, self -> new JournalProtocol.WriteMessages(writes, self, 1), PATIENCE)
                .toCompletableFuture()
                .join();
        if (!(answer instanceof JournalProtocol.WriteMessagesSuccessful$)) {
            throw new IllegalStateException("Pekko answered " + answer);
        }
    }

    private static <T> Seq<T> seqOf(T item) {
        return CollectionConverters.asScala(List.of(item)).toSeq();
    }

    @Override
    public void change(String subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        system.terminate();
    }
}
