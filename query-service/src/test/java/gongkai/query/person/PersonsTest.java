package gongkai.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gongkai.event.Personal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class PersonsTest {

    private static final String ACTOR = "610926-p-00000000000000000000000000000001";
    private static final Ask CONTACT =
            Ask.contact("610926-T01", new Personal("610926-p-00000000000000000000000000000002", "c2VhbGVk"));

    private final List<String> asked = new ArrayList<>();
    private HttpServer command;
    private Persons persons;
    private String state = "\"state\":\"OPEN\",\"name\":\"某某\",\"phone\":\"1\"";

    @BeforeEach
    void start() throws IOException {
        command = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        command.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var items = asked.getLast().split("\"person\"", -1).length - 1;
            var body = Stream.generate(() -> "{\"person\":\"x\"," + state + "}")
                    .limit(items)
                    .toList();
            var bytes = ("{\"items\":" + body + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        command.start();
        persons = new Persons(
                RestClient.create("http://127.0.0.1:" + command.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        command.stop(0);
    }

    private People open() {
        return persons.open("610926", Stream.of(Ask.actor(ACTOR).orElseThrow(), CONTACT, CONTACT));
    }

    @Test
    void allWhomAnAnswerNamesAreAskedForAtOnceAndEachOnlyOnce() {
        var people = open();
        assertThat(people.called(ACTOR)).isEqualTo("某某（1）");
        assertThat(people.of(CONTACT).text()).isEqualTo("某某（1）");
        assertThat(asked).singleElement().asString().startsWith("/api/jurisdictions/610926/openings\n");
        assertThat(asked.getFirst()).contains("CONTACT", "610926-T01", "c2VhbGVk");
    }

    @Test
    void nothingIsKeptSoWhoWasErasedIsGoneWithTheNextAnswer() {
        assertThat(open().of(CONTACT).text()).contains("某某");
        state = "\"state\":\"ERASED\"";
        assertThat(open().of(CONTACT).text()).isEqualTo("已依法删除");
        assertThat(asked).hasSize(2);
    }

    @Test
    void whenNobodyAnswersItIsSaidInTheirPlace() {
        command.stop(0);
        var people = open();
        assertThat(people.called(ACTOR)).isEqualTo("暂时无法读取");
        assertThat(people.of(CONTACT).state()).isEqualTo(PersonItem.State.UNAVAILABLE);
    }

    @Test
    void aProgramIsCalledByItsNameAndNobodyIsAsked() {
        assertThat(persons.actors("610926", Stream.of("registrar")).called("registrar"))
                .isEqualTo("registrar");
        assertThat(asked).isEmpty();
    }
}
