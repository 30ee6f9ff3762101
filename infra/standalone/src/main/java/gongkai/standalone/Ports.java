package gongkai.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Says that a port is taken before anything has been started. */
final class Ports {
    private static final int ISSUER = 8082;

    private Ports() {}

    static void requireFree(Settings settings) {
        requireFree(settings.queryPort(), Settings.QUERY_PORT);
        requireFree(settings.commandPort(), Settings.COMMAND_PORT);
        settings.issuerPort().ifPresent(it -> requireFree(it, Settings.ISSUER_PORT));
    }

    /** The usual one, unless somebody has it: people come to it by being sent there. */
    static int issuer(Settings settings) {
        if (settings.issuerPort().isPresent()) {
            return settings.issuerPort().get();
        }
        boolean isTaken = settings.queryPort() == ISSUER || settings.commandPort() == ISSUER;
        try {
            return isTaken ? open(0) : open(ISSUER);
        } catch (IOException e) {
            return anyFree();
        }
    }

    private static int anyFree() {
        try {
            return open(0);
        } catch (IOException e) {
            throw new StartupException("No port is free (%s).".formatted(e.getMessage()));
        }
    }

    private static int open(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void requireFree(int port, String variable) {
        try {
            open(port);
        } catch (IOException e) {
            throw new StartupException(
                    "Port %d cannot be opened (%s): stop the program that uses it, or set %s to a free port."
                            .formatted(port, e.getMessage(), variable));
        }
    }
}
