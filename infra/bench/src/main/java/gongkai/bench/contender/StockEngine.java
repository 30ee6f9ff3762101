package gongkai.bench.contender;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * One of Axon's storage engines with what it needs.
 *
 * @param name JDBC or JPA
 */
public record StockEngine(String name, EventStorageEngine storage, TransactionManager transactions, Runnable closing)
        implements AutoCloseable {

    static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(it -> it.addMixIn(ObligationEvent.class, ByName.class))
                .build();
    }

    /** The two that are written here. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(ObligationAssigned.class), @JsonSubTypes.Type(PublicationRecorded.class)})
    private interface ByName {}

    /** The engine alone: one event of a new stream in a transaction of its own. */
    public Contender alone(Work work) {
        return new Contender() {
            @Override
            public String name() {
                return "stock " + name + " engine";
            }

            @Override
            public void create(String subject) {
                transactions.executeInTransaction(() -> storage.appendEvents(List.of(new GenericDomainEventMessage<>(
                        "StockObligation",
                        subject,
                        0,
                        new StockObligation.Happened(subject, work.published(subject))))));
            }

            @Override
            public void change(String subject) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
                closing.run();
            }
        };
    }

    @Override
    public void close() {
        closing.run();
    }
}
