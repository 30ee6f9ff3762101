package gongkai.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends any bytes as a request, which no proper client would, and reads what comes back until the line is closed. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);

    private RawHttp() {}

    /**
     * @param status 0 when the line was closed without an answer
     * @param head status line and header lines
     */
    record Answer(int status, List<String> head, String text) {
        static final Answer NONE = new Answer(0, List.of(), "");

        Stream<String> all(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .skip(1)
                    .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(it -> it.substring(start.length()).strip());
        }

        Optional<String> header(String name) {
            return all(name).findFirst();
        }

        boolean is(String mediaType) {
            return header("Content-Type").filter(it -> it.startsWith(mediaType)).isPresent();
        }
    }

    static Answer send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException _) {
                // It was refused before all of it was read; the answer says why.
            }
            return read(socket);
        }
    }

    private static Answer read(Socket socket) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        try {
            for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) {
                taken.write(buffer, 0, n);
                if (n < 2_000 && isEndless(taken)) {
                    break;
                }
            }
        } catch (SocketException | SocketTimeoutException _) {
            // Closed with a reset, or never: what came before it counts.
        }
        return parse(taken.toByteArray());
    }

    /** A stream of events does not end by itself. */
    private static boolean isEndless(ByteArrayOutputStream taken) {
        return taken.size() < 4_000 && taken.toString(ISO_8859_1).contains("\r\nContent-Type: text/event-stream");
    }

    private static Answer parse(byte[] all) {
        int end = indexOf(all, END_OF_HEAD);
        if (end < 0) {
            return Answer.NONE;
        }
        List<String> head = List.of(new String(all, 0, end, UTF_8).split("\r\n"));
        byte[] body = Arrays.copyOfRange(all, end + END_OF_HEAD.length, all.length);
        int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
        if (status == 100) {
            return parse(body);
        }
        Answer answer = new Answer(status, head, new String(body, UTF_8));
        boolean chunked =
                answer.header("Transfer-Encoding").filter("chunked"::equals).isPresent();
        return chunked ? new Answer(status, head, new String(joined(body), UTF_8)) : answer;
    }

    private static byte[] joined(byte[] chunked) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunked.length) {
            int line = at;
            while (line < chunked.length && chunked[line] != '\n') {
                line++;
            }
            String size = new String(chunked, at, line - at, ISO_8859_1).strip();
            int length = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
            if (length == 0) {
                break;
            }
            whole.write(chunked, line + 1, Math.min(length, chunked.length - line - 1));
            at = line + 1 + length + 2;
        }
        return whole.toByteArray();
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    /** A request as it goes over the line, with the length of its body unless a header tells another. */
    static byte[] bytes(String method, String target, List<String> headers, byte[] body) {
        List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1"));
        lines.addAll(headers);
        lines.add("Connection: close");
        boolean tellsLength = headers.stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .anyMatch(it -> it.startsWith("content-length") || it.startsWith("transfer-encoding"));
        if (!tellsLength && (body.length > 0 || !method.equals("GET"))) {
            lines.add("Content-Length: " + body.length);
        }
        byte[] head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
