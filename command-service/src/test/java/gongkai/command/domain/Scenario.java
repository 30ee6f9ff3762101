package gongkai.command.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

/** Given what happened, when a command comes, then this follows: the whole of a decider's behaviour, without Spring. */
public final class Scenario<C extends Command, S, E> {

    private final Decider<C, S, E> decider;
    private S state;

    private Scenario(Decider<C, S, E> decider) {
        this.decider = decider;
        this.state = decider.initial();
    }

    public static <C extends Command, S, E> Scenario<C, S, E> of(Decider<C, S, E> decider) {
        return new Scenario<>(decider);
    }

    /** Commands that were carried out before. */
    @SafeVarargs
    public final Scenario<C, S, E> given(C... commands) {
        for (var command : commands) {
            decider.decide(state, command).forEach(event -> state = decider.evolve(state, event));
        }
        return this;
    }

    public When when(C command) {
        return new When(command);
    }

    /** The command under test. */
    public final class When {

        private final C command;

        private When(C command) {
            this.command = command;
        }

        @SafeVarargs
        public final void then(E... events) {
            List<E> expected = new ArrayList<>();
            for (var event : events) {
                expected.add(event);
            }
            assertThat(decider.decide(state, command)).isEqualTo(expected);
        }

        public List<E> events() {
            return decider.decide(state, command);
        }

        public void thenNothingHappens() {
            assertThat(decider.decide(state, command)).isEmpty();
        }

        public void thenItIsRefused(Rejection rejection, String... words) {
            assertThatThrownBy(() -> decider.decide(state, command)).isInstanceOfSatisfying(Rejected.class, it -> {
                assertThat(it.rejection()).isEqualTo(rejection);
                List.of(words).forEach(word -> assertThat(it.detail()).contains(word));
            });
        }
    }
}
