package gongkai.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gongkai.event.Event;
import gongkai.time.TimeLimit;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Between an {@link EventRecord} and its bytes: a CloudEvents 1.0 structured event in canonical JSON (RFC 8785).
 * Equal records have equal bytes, so the bytes can be hashed, compared and sent on without reading them.
 */
public final class RecordCodec {

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addMixIn(TimeLimit.class, TimeLimitKind.class)
            .build();

    /** An envelope without one of its attributes is no envelope; an event may lack what only later versions know. */
    private final ObjectReader envelopes = json.readerFor(Envelope.class)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    public byte[] encode(EventRecord it) {
        var envelope = new Envelope(
                "1.0",
                it.id(),
                URI.create("/ledgers/" + it.ledger()),
                it.type(),
                it.subject(),
                it.event().occurredAt(),
                "application/json",
                it.ledger(),
                it.position(),
                it.leaf(),
                it.sequence(),
                it.recordedAt(),
                it.actor(),
                json.valueToTree(it.event()));
        try {
            return new JsonCanonicalizer(json.writeValueAsString(envelope)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("A record of our own making cannot be written as canonical JSON", e);
        }
    }

    /** @throws MalformedRecordException when the bytes are not a record that this version knows */
    public EventRecord decode(byte[] record) {
        try {
            Envelope it = envelopes.readValue(record);
            if (it == null) {
                throw new MalformedRecordException("not a record: null");
            }
            Event event = json.treeToValue(it.data(), EventType.classOf(it.type()));
            return new EventRecord(
                    it.position(),
                    it.ledger(),
                    it.leaf(),
                    it.subject(),
                    it.sequence(),
                    it.id(),
                    it.recordedat(),
                    it.actor(),
                    event);
        } catch (JacksonException e) {
            throw new MalformedRecordException("not a record: " + e.getMessage(), e);
        }
    }

    /** The event's own fields, as the JSON that stands in the record. */
    public String dataOf(byte[] record) {
        try {
            return json.writeValueAsString(json.readTree(record).get("data"));
        } catch (JacksonException e) {
            throw new MalformedRecordException("not a record: " + new String(record, StandardCharsets.UTF_8), e);
        }
    }

    /** CloudEvents attributes; names of extensions are lower case by its rules. */
    private record Envelope(
            String specversion,
            UUID id,
            URI source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            String ledger,
            Long position,
            Long leaf,
            Long sequence,
            Instant recordedat,
            String actor,
            JsonNode data) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TimeLimit.FixedDate.class, name = "FIXED_DATE"),
        @JsonSubTypes.Type(value = TimeLimit.AfterTrigger.class, name = "AFTER_TRIGGER"),
        @JsonSubTypes.Type(value = TimeLimit.Recurring.class, name = "RECURRING"),
        @JsonSubTypes.Type(value = TimeLimit.Window.class, name = "WINDOW"),
        @JsonSubTypes.Type(value = TimeLimit.Lasting.class, name = "LASTING"),
        @JsonSubTypes.Type(value = TimeLimit.Ongoing.class, name = "ONGOING"),
        @JsonSubTypes.Type(value = TimeLimit.Unclear.class, name = "UNCLEAR"),
    })
    private interface TimeLimitKind {}
}
