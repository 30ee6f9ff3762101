package gongkai.command.dispatch;

import gongkai.command.domain.Command;
import gongkai.command.domain.Rejected;
import gongkai.command.domain.jurisdiction.JurisdictionCommand;
import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.plan.PlanCommand;
import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.LedgerReader;
import gongkai.command.ledger.StreamConflictException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** Sends a command to its decider, with all that follows from it, and answers with what the ledger took. */
public final class Dispatcher {

    static final String ACTOR = "actor";

    /** The name of commands to obligations that most likely are not there yet. */
    static final String OPENING = "gongkai.opening";

    private final CommandBus bus;
    private final Policies policies;
    private final LedgerReader ledger;

    /** Somebody else was faster, or held what we wanted while waiting for what we held: decide again on what is there now. */
    private final RetryTemplate conflicts = new RetryTemplate(RetryPolicy.builder()
            .includes(StreamConflictException.class, DeadlockException.class)
            .maxRetries(10)
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(2))
            .build());

    Dispatcher(CommandBus bus, Policies policies, LedgerReader ledger) {
        this.bus = bus;
        this.policies = policies;
        this.ledger = ledger;
    }

    /** One that is its own, without a service around it. */
    public static Dispatcher on(Ledger ledger, long cachedStreams) {
        return on(ledger, cachedStreams, 100);
    }

    /** @param snapshotEvery after how many events a stream gets a new snapshot */
    static Dispatcher on(Ledger ledger, long cachedStreams, int snapshotEvery) {
        var axon = DispatchConfiguration.axonOn(ledger, cachedStreams, snapshotEvery);
        axon.start();
        return new Dispatcher(axon.commandBus(), new Policies(ledger), ledger);
    }

    /**
     * Carries out the command and what policies make of its events, all or nothing: one batch in the ledger.
     *
     * @throws gongkai.command.domain.Rejected when it is refused
     * @throws StreamConflictException when other writers were faster again and again; try later
     */
    public Receipt dispatch(String actor, Command command) {
        var firstTime = new AtomicBoolean(true);
        return conflicts.invoke(() -> carryOut(actor, command, firstTime.getAndSet(false)));
    }

    /** @param firstTime whether streams that most likely are not there may be taken for new; a conflict tells otherwise */
    private Receipt carryOut(String actor, Command command, boolean firstTime) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>(command));
        return payloadOf(unitOfWork.executeWithResult(() -> {
            var receipt = Receipt.current();
            var decisions = Decisions.current();
            try {
                handle(actor, command, firstTime);
            } catch (Rejected refusal) {
                decisions.requireAllKnown(ledger);
                throw refusal;
            }
            decisions.requireRestKnown(ledger);
            return receipt;
        }));
    }

    private void handle(String actor, Command command, boolean firstTime) {
        var callback = new FutureCallback<Command, Decided>();
        bus.dispatch(messageOf(actor, command, firstTime), callback);
        var decided = payloadOf(callback.getResult());
        decided.events().stream()
                .flatMap(event -> policies.reactTo(event, decided.state(), command.now()).stream())
                .forEach(it -> handle(actor, it, firstTime));
    }

    private static CommandMessage<Command> messageOf(String actor, Command command, boolean firstTime) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, Map.of(ACTOR, actor)),
                firstTime && command.opensStream() ? OPENING : routeOf(command).getName());
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
