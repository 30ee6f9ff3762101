package gongkai.command.relay;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.broker.BrokerAccess;
import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.postgres.PostgresLedger;
import gongkai.command.ledger.postgres.WriterPool;
import gongkai.testing.ChildProcess;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A relay that can be paused and killed, if so wanted in the middle of a transaction. */
final class RelayProcess {

    private RelayProcess() {}

    /** @param holdAt it stops for a moment when it has come so far in a transaction, and says so */
    static ChildProcess start(Installation at, String name, long holdAt) {
        return ChildProcess.start(
                RelayProcess.class, at.jdbcUrl(), at.user(), at.password(), at.kafka(), name, Long.toString(holdAt));
    }

    public static void main(String[] arguments) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        pool.setMaximumPoolSize(4);
        var writer = WriterPool.open(arguments[0], arguments[1], arguments[2]);
        var ledger = holding(new PostgresLedger(pool, writer, InstantSource.system()), Long.parseLong(arguments[5]));
        new Relay(
                        ledger,
                        new RelayPlace(JdbcClient.create(pool)),
                        new BrokerAccess(arguments[3], ""),
                        arguments[4],
                        RelayTrace.NONE)
                .start();
        ChildProcess.endWithStandardInput();
    }

    /** Long enough for a signal to arrive; a pause in it does not count. */
    private static Ledger holding(Ledger ledger, long at) {
        var held = new CountDownLatch(1);
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (_, method, values) -> {
                    if (method.getName().equals("read") && (long) values[0] >= at && held.getCount() > 0) {
                        held.countDown();
                        System.out.println("in the middle of a transaction");
                        Thread.sleep(1_500);
                    }
                    try {
                        return method.invoke(ledger, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
