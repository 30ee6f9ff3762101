package gongkai.query.projection;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * A schema for each view, so that another generation of its tables can be built beside it and take its name, and one for
 * what no rebuild may touch. Schema {@code view_plan} is migrated from {@code db/view/plan}, {@code projection} from
 * {@code db/projection}.
 */
@Component
class Schemas implements FlywayMigrationStrategy {

    private final List<String> names;

    Schemas(@Value("${gongkai.projection.schemas}") List<String> names) {
        this.names = names;
    }

    @Override
    public void migrate(Flyway flyway) {
        names.forEach(it -> migrate(flyway.getConfiguration(), it, it));
    }

    /** Makes {@code schema} with the tables that {@code like} has. */
    static void migrate(Configuration database, String schema, String like) {
        Flyway.configure()
                .configuration(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + like.replace('_', '/'))
                .load()
                .migrate();
    }
}
