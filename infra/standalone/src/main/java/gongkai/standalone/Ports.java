package gongkai.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Says that a port is taken before anything has been started. */
final class Ports {
    private Ports() {}

    static void requireFree(Settings settings) {
        requireFree(settings.queryPort(), Settings.QUERY_PORT);
        requireFree(settings.commandPort(), Settings.COMMAND_PORT);
    }

    private static void requireFree(int port, String variable) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new StartupException(
                    "Port %d cannot be opened (%s): stop the program that uses it, or set %s to a free port."
                            .formatted(port, e.getMessage(), variable));
        }
    }
}
