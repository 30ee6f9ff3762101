package gongkai.setup;

import gongkai.broker.BrokerAccess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Runs before the services, as the only one that may make roles and rights; ends when all is as it must be. */
public final class Setup {

    private Setup() {}

    /**
     * @param arguments host and port of PostgreSQL, a directory with {@code ca.crt} and a password for each role in
     *     {@code passwords/}, and a file of settings for Kafka's clients that names the brokers
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException, ExecutionException {
        if (arguments.length != 4) {
            System.err.println("usage: Setup <postgres host:port> <kafka host:port> <secrets> <kafka.properties>");
            System.exit(2);
        }
        run(arguments[0], arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
        System.out.println("Roles, tables and rights are as they must be.");
    }

    static void run(String postgres, String kafka, Path secrets, Path kafkaSettings)
            throws SQLException, InterruptedException, ExecutionException {
        var server = new Server(postgres, secrets);
        Roles.establish(server);
        LedgerTables.establish(server);
        var broker = new BrokerAccess(kafka, kafkaSettings.toString());
        try (var admin = Admin.create(broker.with(Map.of()))) {
            Rights.establish(admin);
        }
    }
}
