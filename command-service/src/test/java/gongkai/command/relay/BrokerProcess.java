package gongkai.command.relay;

import gongkai.embedded.KafkaBroker;
import java.nio.file.Path;

/** A broker that can be killed. */
final class BrokerProcess {

    private BrokerProcess() {}

    static ChildProcess start(Path directory, int port) {
        return ChildProcess.start(BrokerProcess.class, directory.toString(), Integer.toString(port))
                .await("broker is ready");
    }

    public static void main(String[] arguments) {
        KafkaBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("broker is ready");
        ChildProcess.endWithStandardInput();
    }
}
