package gongkai.command.dispatch;

import gongkai.command.domain.Command;
import gongkai.command.domain.jurisdiction.JurisdictionCommand;
import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.plan.PlanCommand;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Sends a command to its decider, with all that follows from it, and answers with what the ledger took. */
public final class Dispatcher {

    static final String ACTOR = "actor";

    private final CommandBus bus;
    private final Policies policies;

    Dispatcher(CommandBus bus, Policies policies) {
        this.bus = bus;
        this.policies = policies;
    }

    /**
     * Carries out the command and what policies make of its events, all or nothing: one batch in the ledger.
     *
     * @throws gongkai.command.domain.Rejected when it is refused
     * @throws gongkai.command.ledger.StreamConflictException when another writer was faster; try again
     */
    public Receipt dispatch(String actor, Command command) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>(command));
        return payloadOf(unitOfWork.executeWithResult(() -> {
            var receipt = Receipt.current();
            handle(actor, command);
            return receipt;
        }));
    }

    private void handle(String actor, Command command) {
        var callback = new FutureCallback<Command, Decided>();
        bus.dispatch(messageOf(actor, command), callback);
        var decided = payloadOf(callback.getResult());
        decided.events().stream()
                .flatMap(event -> policies.reactTo(event, decided.state(), command.now()).stream())
                .forEach(it -> handle(actor, it));
    }

    private static CommandMessage<Command> messageOf(String actor, Command command) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, Map.of(ACTOR, actor)),
                routeOf(command).getName());
    }

    /** Axon routes by exact name: a sealed command travels under that of its stream's command type. */
    private static Class<? extends Command> routeOf(Command command) {
        return switch (command) {
            case JurisdictionCommand _ -> JurisdictionCommand.class;
            case PlanCommand _ -> PlanCommand.class;
            case ObligationCommand _ -> ObligationCommand.class;
            default -> throw new IllegalArgumentException("No stream takes " + command.getClass());
        };
    }

    private static <R> R payloadOf(ResultMessage<R> result) {
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException it
                    ? it
                    : new CompletionException(result.exceptionResult());
        }
        return result.getPayload();
    }
}
