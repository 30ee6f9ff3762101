package gongkai.query.durable;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the tables of {@code durable} before anybody asks for them. It has a history apart from that of the views. */
@Component
public class DurableSchema {

    private static final String NAME = "durable";

    private final JdbcClient jdbc;

    DurableSchema(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas(NAME)
                .locations("classpath:db/durable")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    /** Its tables are named with their schema, {@code durable.notice}. */
    public JdbcClient jdbc() {
        return jdbc;
    }
}
