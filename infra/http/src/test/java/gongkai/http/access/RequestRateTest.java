package gongkai.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gongkai.http.ProblemException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgainAndKeepsNobodyElseWaiting() {
        var rate = new RequestRate(1);
        assertThatNoException().isThrownBy(() -> IntStream.range(0, 10).forEach(_ -> rate.require("li")));
        var refused = catchThrowableOfType(
                ProblemException.class, () -> IntStream.range(0, 10).forEach(_ -> rate.require("li")));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThatNoException().isThrownBy(() -> rate.require("wang"));
    }
}
