package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void stopsInTheOppositeOrderWhateverFails() throws Exception {
        start("PostgreSQL");
        AutoCloseable stubborn = () -> {
            stopped.add("Kafka");
            throw new IllegalStateException("will not stop");
        };
        parts.start(() -> stubborn);
        start("service");
        parts.close();
        assertThat(stopped).containsExactly("service", "Kafka", "PostgreSQL");
    }

    @Test
    void startsNothingOnceItStops() {
        parts.close();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> start("late"));
        assertThat(stopped).isEmpty();
    }

    @Test
    void waitsForAStartThatIsUnderWay() throws Exception {
        FutureTask<Boolean> closing = new FutureTask<>(parts::close, true);
        parts.start(() -> {
            Thread.startVirtualThread(closing);
            while (!parts.closing()) {
                Thread.onSpinWait();
            }
            return part("just started");
        });
        assertThat(closing.get()).isTrue();
        assertThat(stopped).containsExactly("just started");
    }

    private void start(String name) throws Exception {
        parts.start(() -> part(name));
    }

    private AutoCloseable part(String name) {
        return () -> stopped.add(name);
    }
}
