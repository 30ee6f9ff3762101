package gongkai.command.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.domain.Decider;
import gongkai.command.domain.jurisdiction.JurisdictionDecider;
import gongkai.command.domain.jurisdiction.JurisdictionState;
import gongkai.command.domain.obligation.ObligationDecider;
import gongkai.command.domain.obligation.ObligationState;
import gongkai.command.domain.plan.PlanDecider;
import gongkai.command.domain.plan.PlanState;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanImported;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** A state that went through bytes and took up what came after is the fold of everything. */
class StateCodecTest {

    private static final int LENGTH = 40;

    private final StateCodec codec = new StateCodec();

    /** @param opening what its streams begin with */
    record Kind<S, E extends Event>(
            Decider<?, S, E> decider, Class<E> events, Class<? extends E> opening, Class<S> state) {

        List<E> history(Random random) {
            return new RandomHistory(random).of(events, opening, LENGTH);
        }

        S fold(S state, List<E> history) {
            for (var event : history) {
                state = decider.evolve(state, event);
            }
            return state;
        }

        S resume(byte[] snapshot, StateCodec codec, List<E> later) {
            return fold(state.cast(codec.decode(snapshot)), later);
        }
    }

    static Stream<Kind<?, ?>> kinds() {
        return Stream.of(
                new Kind<>(
                        new JurisdictionDecider(),
                        JurisdictionEvent.class,
                        JurisdictionRegistered.class,
                        JurisdictionState.class),
                new Kind<>(new PlanDecider(), PlanEvent.class, PlanImported.class, PlanState.class),
                new Kind<>(
                        new ObligationDecider(),
                        ObligationEvent.class,
                        ObligationAssigned.class,
                        ObligationState.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, E extends Event> void a_snapshot_and_what_came_after_it_is_the_fold_of_everything(Kind<S, E> kind) {
        int noticed = 0;
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var history = kind.history(random);
            int cut = random.nextInt(1, LENGTH);
            var whole = kind.fold(kind.decider().initial(), history);
            var snapshot = codec.encode(kind.fold(kind.decider().initial(), history.subList(0, cut)));
            assertThat(kind.resume(snapshot, codec, history.subList(cut, LENGTH)))
                    .as("seed %d, cut at %d", seed, cut)
                    .isEqualTo(whole);
            noticed += kind.resume(snapshot, codec, history.subList(cut + 1, LENGTH))
                            .equals(whole)
                    ? 0
                    : 1;
        }
        assertThat(noticed).as("histories that tell when one event is left out").isGreaterThan(10);
    }

    @Test
    void what_is_no_state_is_refused_by_jackson_and_by_nothing_else() {
        var random = new Random(1);
        kinds().forEach(kind -> {
            var bytes = codec.encode(foldOf(kind, random));
            for (int end = 0; end < bytes.length; end += 1 + bytes.length / 200) {
                var cut = Arrays.copyOf(bytes, end);
                assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(JacksonException.class);
            }
        });
        for (var wrong :
                List.of("", "{}", "[]x", "{\"@class\":\"java.io.File\"}", "{\"@class\":\"gongkai.Nothing\"}")) {
            assertThatThrownBy(() -> codec.decode(wrong.getBytes(UTF_8)))
                    .as(wrong)
                    .isInstanceOf(JacksonException.class);
        }
    }

    private static <S, E extends Event> S foldOf(Kind<S, E> kind, Random random) {
        return kind.fold(kind.decider().initial(), kind.history(random));
    }
}
