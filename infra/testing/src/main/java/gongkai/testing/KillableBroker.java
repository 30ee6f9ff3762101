package gongkai.testing;

import gongkai.embedded.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A Kafka broker in a JVM of its own: killed or paused, and back on its data where its clients look for it. */
public final class KillableBroker implements AutoCloseable {

    private final Path directory;
    private final int port;
    private ChildProcess process;

    private KillableBroker(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.process = run();
    }

    public static KillableBroker start(Path directory) {
        return new KillableBroker(directory, freePort());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildProcess run() {
        return ChildProcess.start(KillableBroker.class, directory.toString(), Integer.toString(port))
                .await("broker is ready");
    }

    public static void main(String[] arguments) {
        KafkaBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("broker is ready");
        ChildProcess.endWithStandardInput();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public void kill() {
        process.kill();
    }

    public void startAgain() {
        process = run();
    }

    public void pause() {
        process.pause();
    }

    public void resume() {
        process.resume();
    }

    @Override
    public void close() {
        process.close();
    }
}
