package gongkai.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gongkai.event.Event;
import gongkai.time.TimeLimit;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Between an {@link EventRecord} and its bytes: a CloudEvents 1.0 structured event in canonical JSON (RFC 8785).
 * Equal records have equal bytes, so the bytes can be hashed, compared and sent on without reading them.
 */
public final class RecordCodec {

    private static final JsonMapper PLAIN = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .addMixIn(TimeLimit.class, TimeLimitKind.class)
            .addModule(new BlackbirdModule()) // a rebuild is a sixth faster with it
            .build();

    private final JsonMapper json = PLAIN.rebuild()
            .addModule(new SimpleModule().addSerializer(TimeLimit.class, new KindInItsPlace()))
            .build();

    /** An envelope without one of its attributes is no envelope; an event may lack what only later versions know. */
    private final ObjectReader envelopes = json.readerFor(Envelope.class)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private final Map<Class<?>, ObjectReader> data = new ConcurrentHashMap<>();

    private final EventVersions versions;

    public RecordCodec() {
        this(EventVersions.RELEASED);
    }

    RecordCodec(EventVersions versions) {
        this.versions = versions;
    }

    /** @throws IllegalArgumentException for a record of an earlier version: its bytes are kept, not written anew */
    public byte[] encode(EventRecord it) {
        if (!it.type().equals(nameOf(it.event()))) {
            throw new IllegalArgumentException("«" + it.type() + "» is only read, no longer written");
        }
        return encode(it.ledger(), it.subject(), it.sequence(), it.id(), it.actor(), it.event())
                .at(it.position(), it.leaf(), it.recordedAt());
    }

    /**
     * All of a record but its place. Names are written in the order that RFC 8785 asks for; the library's settings see
     * to the rest, and the tests compare with an independent canonicalizer.
     *
     * @throws UnwritableTextException when a text is not Unicode
     */
    public UnplacedRecord encode(String ledger, String subject, long sequence, UUID id, String actor, Event event) {
        return write(ledger, subject, sequence, id, actor, nameOf(event), event.occurredAt(), event);
    }

    private String nameOf(Event event) {
        return versions.of(event.getClass()).getFirst().name();
    }

    private UnplacedRecord write(
            String ledger,
            String subject,
            long sequence,
            UUID id,
            String actor,
            String type,
            Instant occurredAt,
            Object data) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (var out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("actor", actor);
            out.writeName("data");
            json.writeValue(out, data);
            out.writeStringProperty("datacontenttype", "application/json");
            out.writeStringProperty("id", id.toString());
            out.writeName("leaf");
            int leaf = placeholder(out, bytes);
            out.writeStringProperty("ledger", ledger);
            out.writeName("position");
            int position = placeholder(out, bytes);
            out.writeName("recordedat");
            out.writeString("0");
            out.flush();
            int time = bytes.size() - 2;
            out.writeNumberProperty("sequence", sequence);
            out.writeStringProperty("source", "/ledgers/" + ledger);
            out.writeStringProperty("specversion", "1.0");
            out.writeStringProperty("subject", subject);
            out.writeStringProperty("time", occurredAt.toString());
            out.writeStringProperty("type", type);
            out.writeEndObject();
            out.flush();
            var all = bytes.toByteArray();
            if (holdsHalfACharacter(all)) {
                throw new UnwritableTextException(subject);
            }
            return new UnplacedRecord(
                    Arrays.copyOf(all, leaf),
                    Arrays.copyOfRange(all, leaf + 1, position),
                    Arrays.copyOfRange(all, position + 1, time),
                    Arrays.copyOfRange(all, time + 1, all.length));
        }
    }

    /** The library escapes an unpaired surrogate, and otherwise only controls below 0x20, with zeros after the u. */
    private static boolean holdsHalfACharacter(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\\') {
                if (json[i + 1] == 'u' && json[i + 2] == 'd') {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** @return where a single digit now stands that the place will take */
    private static int placeholder(JsonGenerator out, ByteArrayOutputStream bytes) {
        out.writeNumber(0);
        out.flush();
        return bytes.size() - 1;
    }

    /**
     * An event of an earlier version is given as what it means today, under the type that was recorded.
     *
     * @throws MalformedRecordException when the bytes are not a record that this version knows
     */
    public EventRecord decode(byte[] record) {
        return read(record).today();
    }

    /**
     * The record, if its bytes are those that are written for what they say, in the version that they name; else empty.
     *
     * @throws MalformedRecordException when the bytes are not a record that this version knows
     */
    public Optional<EventRecord> decodeCanonical(byte[] record) {
        var read = read(record);
        return Arrays.equals(written(read), record) ? Optional.of(read.today()) : Optional.empty();
    }

    private byte[] written(Read read) {
        var it = read.envelope();
        var time = read.data() instanceof Event event ? event.occurredAt() : it.time();
        return write(it.ledger(), it.subject(), it.sequence(), it.id(), it.actor(), it.type(), time, read.data())
                .at(it.position(), it.leaf(), it.recordedat());
    }

    private Read read(byte[] record) {
        try {
            Envelope it = envelopes.readValue(record);
            if (it == null) {
                throw new MalformedRecordException("not a record: null");
            }
            var version = versions.named(it.type());
            Object data =
                    data(version).readValue(record, it.data().from(), it.data().length());
            return new Read(it, version, data);
        } catch (JacksonException e) {
            throw new MalformedRecordException("not a record: " + e.getMessage(), e);
        }
    }

    /**
     * What happened, without a look at the rest of a record whose type is known already.
     *
     * @throws MalformedRecordException when the bytes are not a record of that type
     */
    public Event eventOf(byte[] record, String type) {
        var version = versions.named(type);
        try (var in = json.createParser(record)) {
            in.nextToken();
            for (var name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                if (name.equals("data")) {
                    return version.today().apply(data(version).readValue(in));
                }
                in.skipChildren();
            }
        } catch (JacksonException e) {
            throw new MalformedRecordException("not a record: " + e.getMessage(), e);
        }
        throw new MalformedRecordException("not a record: it has no data");
    }

    /** What follows the event's own fields is the record's. */
    private ObjectReader data(EventVersion version) {
        return data.computeIfAbsent(
                version.shape(), it -> json.readerFor(it).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
    }

    /** The event's own fields, as the JSON that stands in the record. */
    public String dataOf(byte[] record) {
        try {
            Envelope it = envelopes.readValue(record);
            return new String(record, it.data().from(), it.data().length(), StandardCharsets.UTF_8);
        } catch (JacksonException e) {
            throw new MalformedRecordException("not a record: " + new String(record, StandardCharsets.UTF_8), e);
        }
    }

    /** A record as it stands in its bytes: the data in the shape of the version that its type names. */
    private record Read(Envelope envelope, EventVersion version, Object data) {

        EventRecord today() {
            return new EventRecord(
                    envelope.position(),
                    envelope.ledger(),
                    envelope.leaf(),
                    envelope.subject(),
                    envelope.sequence(),
                    envelope.id(),
                    envelope.type(),
                    envelope.recordedat(),
                    envelope.actor(),
                    version.today().apply(data));
        }
    }

    /** Where in the record's bytes the event's own fields stand; they are read once their type is known. */
    @JsonDeserialize(using = SpanReader.class)
    private record Span(int from, int length) {}

    private static final class SpanReader extends ValueDeserializer<Span> {

        @Override
        public Span deserialize(JsonParser in, DeserializationContext context) {
            int from = (int) in.currentTokenLocation().getByteOffset();
            in.skipChildren();
            return new Span(from, (int) in.currentLocation().getByteOffset() - from);
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
            Span data) {}

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

    /** The library writes a kind before all other names; a tree puts it where RFC 8785 wants it. */
    private static final class KindInItsPlace extends ValueSerializer<TimeLimit> {

        @Override
        public void serialize(TimeLimit value, JsonGenerator out, SerializationContext context) {
            out.writeTree(PLAIN.valueToTree(value));
        }

        @Override
        public void serializeWithType(
                TimeLimit value, JsonGenerator out, SerializationContext context, TypeSerializer kinds) {
            serialize(value, out, context);
        }
    }
}
