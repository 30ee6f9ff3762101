package gongkai.query;

import gongkai.testing.ChildProcess;
import gongkai.testing.TestIssuer;
import gongkai.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The whole service on a database that is there; with a broker, or fed by the test's own hand. */
public final class Stage implements AutoCloseable {

    private static final String NO_BROKER = "127.0.0.1:1";

    private final ConfigurableApplicationContext service;

    private Stage(ConfigurableApplicationContext service) {
        this.service = service;
    }

    /** Without an annotation, so that no other test's service finds it by scanning. */
    static class WithTouchyView {
        @Bean
        Touchy touchy(JdbcTemplate jdbc) {
            return new Touchy(jdbc);
        }
    }

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

    /** Without a broker: the test calls the projector. */
    public static Stage byHand(TestPostgres postgres, String database, String... settings) {
        return start(postgres, database, NO_BROKER, List.of(WithTouchyView.class, WithoutFeed.class), settings);
    }

    public static Stage onBroker(TestPostgres postgres, String database, String broker, String... settings) {
        return start(postgres, database, broker, List.of(WithTouchyView.class), settings);
    }

    /** In a JVM of its own, to be killed. */
    public static ChildProcess inItsOwnProcess(
            TestPostgres postgres, String database, String broker, String... settings) {
        return ChildProcess.start(Stage.class, arguments(postgres, database, broker, settings));
    }

    public static void main(String[] arguments) {
        start(List.of(WithTouchyView.class), arguments);
        ChildProcess.endWithStandardInput();
    }

    private static Stage start(
            TestPostgres postgres, String database, String broker, List<Class<?>> more, String... settings) {
        return new Stage(start(more, arguments(postgres, database, broker, settings)));
    }

    private static ConfigurableApplicationContext start(List<Class<?>> more, String... arguments) {
        List<Class<?>> sources = new ArrayList<>(more);
        sources.add(QueryService.class);
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(arguments);
    }

    private static String[] arguments(TestPostgres postgres, String database, String broker, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=query",
                TestIssuer.shared().setting(),
                "--gongkai.query.port=0",
                "--gongkai.projection.url=" + postgres.jdbcUrl(database),
                "--gongkai.projection.username=" + postgres.user(),
                "--gongkai.projection.password=" + postgres.password(),
                "--gongkai.projection.schemas=projection,view_record,view_obligation,view_plan,view_due,view_touchy",
                "--gongkai.kafka=" + broker));
        arguments.addAll(List.of(settings));
        if (arguments.stream().noneMatch(it -> it.startsWith("--gongkai.command-url="))) {
            arguments.add("--gongkai.command-url=http://127.0.0.1:1");
        }
        return arguments.toArray(String[]::new);
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public JdbcClient jdbc() {
        return service.getBean(JdbcClient.class);
    }

    public Touchy touchy() {
        return service.getBean(Touchy.class);
    }

    /** Every row of every view. */
    public Tables tables() {
        return Tables.of(jdbc());
    }

    public String url() {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        service.close();
    }
}
