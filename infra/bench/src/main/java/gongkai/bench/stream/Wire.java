package gongkai.bench.stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.record.EventRecord;
import gongkai.time.TimeLimit;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The events as stock Axon stores them. */
final class Wire {

    private Wire() {}

    /** An event and whose ledger it belongs to. */
    record Happened(String ledger, ObligationEvent event) {

        static Happened of(EventRecord record) {
            return new Happened(record.ledger(), (ObligationEvent) record.event());
        }
    }

    static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(it ->
                        it.addMixIn(ObligationEvent.class, EventName.class).addMixIn(TimeLimit.class, LimitName.class))
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(ObligationAssigned.class), @JsonSubTypes.Type(PublicationRecorded.class)})
    private interface EventName {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(TimeLimit.FixedDate.class))
    private interface LimitName {}
}
