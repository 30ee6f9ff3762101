package gongkai.standalone;

import gongkai.command.CommandService;
import gongkai.query.QueryService;
import gongkai.standalone.sample.Demo;
import gongkai.standalone.sample.DrivenClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the data with the demo's year: both services run for it under a clock that is driven through the year, and end
 * again. Those that serve afterwards never had such a clock.
 */
record DemoStart(Settings settings, DataDirectory data, Parts parts, Servers servers, Identity identity) {

    Installation run(Installation installation) throws Exception {
        Optional<Instant> newest = servers.newestRecord();
        DrivenClock clock = new DrivenClock(newest.orElseGet(Demo::begin));
        try (Parts stage = parts.start(Parts::new);
                Connection queryDatabase = queryDatabase()) {
            var command = servers.forCommand(settings, identity, data.keys(), clock.ahead());
            service(stage, "command", CommandService.class, command, clock);
            var query = servers.forQuery(settings, identity, data.keys(), clock.ahead());
            service(stage, "query", QueryService.class, query, clock);
            new Demo(
                            identity.asLoader(settings.commandUrl()),
                            identity.asLoader(settings.queryUrl()),
                            clock,
                            queryDatabase)
                    .tell(newest);
        }
        return installation.complete(data);
    }

    private Connection queryDatabase() throws Exception {
        var postgres = servers.postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(Servers.QUERY), postgres.user(), postgres.password());
    }

    private static void service(
            Parts stage, String name, Class<?> main, Map<String, Object> properties, DrivenClock clock)
            throws Exception {
        stage.start(new Service(main, name, properties, Optional.of(clock))::start);
    }
}
