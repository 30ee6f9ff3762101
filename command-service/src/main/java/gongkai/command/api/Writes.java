package gongkai.command.api;

import gongkai.command.dispatch.Dispatcher;
import gongkai.command.dispatch.Receipt;
import gongkai.command.domain.Command;
import gongkai.event.Event;
import gongkai.event.Identifier;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out a POST once for its Idempotency-Key, and answers where it stands in the ledger. */
@Component
class Writes {

    private final Dispatcher dispatcher;
    private final IdempotentAnswers answers;
    private final Actors actors;

    Writes(Dispatcher dispatcher, IdempotentAnswers answers, Actors actors) {
        this.dispatcher = dispatcher;
        this.answers = answers;
        this.actors = actors;
    }

    /** @param id that the answer names, the path's own */
    WriteAnswer once(@Nullable String key, String operation, String id, Object body, Supplier<Command> command) {
        return answers.once(
                key, List.of(operation, id, body), WriteAnswer.class, () -> WriteAnswer.of(id, dispatch(id, command)));
    }

    /** @param answer made from the recorded event and the receipt */
    <E extends Event> WriteAnswer once(
            @Nullable String key,
            String id,
            Object body,
            Supplier<Command> command,
            Class<E> recorded,
            BiFunction<E, Receipt, WriteAnswer> answer) {
        return answers.once(key, List.of(recorded.getSimpleName(), id, body), WriteAnswer.class, () -> {
            var receipt = dispatch(id, command);
            return answer.apply(receipt.first(recorded).orElseThrow(), receipt);
        });
    }

    private Receipt dispatch(String id, Supplier<Command> command) {
        return dispatcher.dispatch(actors.in(Identifier.jurisdictionOf(id)), command.get());
    }
}
