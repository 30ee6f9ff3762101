package gongkai.command.domain;

import java.util.List;

/** Pure decisions of one kind of stream: {@code decide(state, command) → events}, {@code evolve(state, event) → state}. */
public interface Decider<C extends Command, S, E> {

    S initial();

    /**
     * What happens because of the command; empty when it is already so.
     *
     * @throws Rejected when it must not happen
     */
    List<E> decide(S state, C command);

    S evolve(S state, E event);
}
