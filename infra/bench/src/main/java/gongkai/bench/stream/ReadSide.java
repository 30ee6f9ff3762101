package gongkai.bench.stream;

import gongkai.embedded.PostgresServer;
import gongkai.query.QueryService;
import gongkai.query.projection.Message;
import gongkai.query.projection.Progress;
import gongkai.query.projection.Projector;
import gongkai.query.projection.Rebuilds;
import gongkai.record.RecordCodec;
import gongkai.testing.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The query service with a log in it, and without a broker. */
public final class ReadSide implements AutoCloseable {

    private static final int BATCH = 5_000;

    private final ConfigurableApplicationContext service;

    private ReadSide(ConfigurableApplicationContext service) {
        this.service = service;
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutFeed {
        @Bean
        static BeanPostProcessor silence() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof ConcurrentMessageListenerContainer<?, ?> it) {
                        it.setAutoStartup(false);
                    }
                    return bean;
                }
            };
        }
    }

    /** @param more settings */
    public static ReadSide on(PostgresServer postgres, String... more) {
        postgres.createDatabase("read_side");
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.name=query",
                "--gongkai.query.port=0",
                "--gongkai.projection.url=" + postgres.jdbcUrl("read_side"),
                "--gongkai.projection.username=" + postgres.user(),
                "--gongkai.projection.password=" + postgres.password(),
                "--gongkai.kafka=127.0.0.1:1",
                "--gongkai.requests-per-second=1000000",
                TestIssuer.shared().setting()));
        settings.addAll(List.of(more));
        return new ReadSide(new SpringApplicationBuilder(WithoutJpa.class, WithoutFeed.class, QueryService.class)
                .run(settings.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public String url() {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    /**
     * The records as the feed would bring them, all views at once.
     *
     * @return how long the projector took, without the making of records
     */
    Duration fill(long records) {
        var codec = new RecordCodec();
        var projector = service.getBean(Projector.class);
        long nanos = 0;
        for (long first = 0; first < records; first += BATCH) {
            List<Message> batch = new ArrayList<>(BATCH);
            for (long position = first; position < Math.min(records, first + BATCH); position++) {
                var record = Log.at(position);
                batch.add(new Message(
                        "gongkai.events",
                        (int) (position % Log.COUNTIES),
                        position / Log.COUNTIES,
                        record.ledger(),
                        codec.encode(record)));
            }
            long begin = System.nanoTime();
            projector.apply(batch);
            nanos += System.nanoTime() - begin;
        }
        service.getBean(JdbcTemplate.class).execute("VACUUM (ANALYZE) record");
        return Duration.ofNanos(nanos);
    }

    long bytes() {
        Long bytes = service.getBean(JdbcTemplate.class)
                .queryForObject("SELECT avg(length(record))::int8 FROM record", Long.class);
        return bytes == null ? 0 : bytes;
    }

    /** All views but the records, in one pass over the records. */
    Progress rebuild() throws InterruptedException {
        var rebuilds = service.getBean(Rebuilds.class);
        rebuilds.requestOthers();
        while (true) {
            var it = rebuilds.all().values().iterator().next();
            switch (it.state()) {
                case DONE -> {
                    return it;
                }
                case FAILED -> throw new IllegalStateException(it.toString() + ": " + it.error());
                case WAITING, RUNNING -> Thread.sleep(5);
            }
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
