package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesABusyPortAndItsVariable() throws IOException {
        int free = freePort();
        try (ServerSocket busy = listen()) {
            Settings settings = settings(free, busy.getLocalPort());
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> Ports.requireFree(settings))
                    .withMessageStartingWith("Port " + busy.getLocalPort() + " cannot be opened (")
                    .withMessageEndingWith("set GONGKAI_COMMAND_PORT to a free port.");
        }
    }

    @Test
    void takesFreePorts() throws IOException {
        Settings settings = settings(freePort(), freePort());
        assertThatNoException().isThrownBy(() -> Ports.requireFree(settings));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = listen()) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Settings settings(int query, int command) {
        return Settings.from(Map.of(
                "GONGKAI_QUERY_PORT", Integer.toString(query), "GONGKAI_COMMAND_PORT", Integer.toString(command)));
    }
}
