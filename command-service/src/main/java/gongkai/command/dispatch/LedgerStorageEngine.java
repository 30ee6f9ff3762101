package gongkai.command.dispatch;

import gongkai.command.dispatch.Snapshots.Snapshot;
import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.NewEvent;
import gongkai.event.Event;
import gongkai.event.Identifier;
import gongkai.record.EventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Axon's storage laid onto the ledger. What one root unit of work publishes, in however many calls, is one batch: it
 * is appended as that unit commits, all or nothing. Streaming is the relay's work, so tokens are not offered.
 */
final class LedgerStorageEngine implements EventStorageEngine {

    private static final String BATCH = LedgerStorageEngine.class.getName();

    private final Ledger ledger;
    private final Snapshots snapshots;

    LedgerStorageEngine(Ledger ledger, Snapshots snapshots) {
        this.ledger = ledger;
        this.snapshots = snapshots;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        var root = CurrentUnitOfWork.get().root();
        List<NewEvent> batch = root.getOrComputeResource(BATCH, _ -> {
            var collected = new ArrayList<NewEvent>();
            var receipt = Receipt.current();
            root.onCommit(_ -> receipt.write(ledger.append(collected)));
            return collected;
        });
        events.forEach(it -> batch.add(toNewEvent((DomainEventMessage<?>) it)));
    }

    private static NewEvent toNewEvent(DomainEventMessage<?> it) {
        return new NewEvent(
                Identifier.jurisdictionOf(it.getAggregateIdentifier()),
                it.getAggregateIdentifier(),
                it.getSequenceNumber(),
                UUID.fromString(it.getIdentifier()),
                actorOf(it),
                (Event) it.getPayload());
    }

    private static String actorOf(EventMessage<?> it) {
        if (it.getMetaData().get(Dispatcher.ACTOR) instanceof String actor) {
            return actor;
        }
        throw new IllegalStateException("Nobody is named as the actor of " + it.getPayloadType());
    }

    /** As whoever loads a stream wants it: its snapshot, where there is one, is the first message. */
    @Override
    public DomainEventStream readEvents(String subject) {
        var resumed = snapshots.resume(subject);
        return DomainEventStream.of(Stream.concat(
                resumed.snapshot().stream()
                        .map(it -> new GenericDomainEventMessage<>(null, subject, it.sequence(), it.state())),
                resumed.records().stream().map(LedgerStorageEngine::toMessage)));
    }

    @Override
    public DomainEventStream readEvents(String subject, long firstSequence) {
        return DomainEventStream.of(
                ledger.readStream(subject, firstSequence).stream().map(LedgerStorageEngine::toMessage));
    }

    private static DomainEventMessage<?> toMessage(EventRecord it) {
        return new GenericDomainEventMessage<>(
                null,
                it.subject(),
                it.sequence(),
                it.event(),
                MetaData.with(Dispatcher.ACTOR, it.actor()),
                it.id().toString(),
                it.recordedAt());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String subject) {
        OptionalLong last = ledger.lastSequence(subject);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** A shell that knows none of the stream's events, for they are of another kind, leaves no trace of its ignorance. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        if (snapshot.getPayload() instanceof DeciderAggregate<?, ?, ?> it && it.knowsAnything()) {
            snapshots.keep(snapshot.getAggregateIdentifier(), new Snapshot(snapshot.getSequenceNumber(), it.state()));
        }
    }

    /** Axon would ask this before each load; what it is about comes with the stream itself, in one answer. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String subject) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
        throw noStreaming();
    }

    @Override
    public TrackingToken createTailToken() {
        throw noStreaming();
    }

    @Override
    public TrackingToken createHeadToken() {
        throw noStreaming();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        throw noStreaming();
    }

    private static UnsupportedOperationException noStreaming() {
        return new UnsupportedOperationException("The relay streams the ledger; Axon's event processors are not used");
    }
}
