package gongkai.contract;

import gongkai.event.Event;
import gongkai.record.EventRecord;
import gongkai.record.EventType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Any event that the records can hold, likely or not. */
record RandomEvents(Random random) {

    private static final long TO_2100 = 4_102_444_800L;

    private static final List<Class<? extends Event>> TYPES = EventType.all()
            .sorted(Comparator.comparing(Class::getName))
            .<Class<? extends Event>>map(it -> it)
            .toList();

    EventRecord next() {
        var event = (Event) any(oneOf(TYPES));
        return new EventRecord(
                place(),
                "%06d".formatted(random.nextInt(1_000_000)),
                place(),
                text(),
                place(),
                new UUID(random.nextLong(), random.nextLong()),
                instant(),
                text(),
                event);
    }

    private Object any(Type type) {
        if (type instanceof ParameterizedType it) {
            var argument = it.getActualTypeArguments()[0];
            return it.getRawType().equals(Optional.class)
                    ? Optional.of(argument).filter(_ -> random.nextBoolean()).map(this::any)
                    : Stream.generate(() -> any(argument))
                            .limit(random.nextInt(4))
                            .toList();
        }
        var it = (Class<?>) type;
        if (it.isEnum()) {
            return oneOf(Arrays.asList(it.getEnumConstants()));
        }
        if (it.isSealed()) {
            return any(oneOf(Arrays.asList(it.getPermittedSubclasses())));
        }
        return it.isRecord() ? record(it) : simple(it);
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = Arrays.stream(components)
                    .map(RecordComponent::getGenericType)
                    .map(this::any)
                    .toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be made", e);
        }
    }

    private Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> text();
            case "Integer" -> random.nextInt();
            case "Long" -> place();
            case "Boolean" -> random.nextBoolean();
            case "Instant" -> instant();
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(50_000));
            case "URI" -> URI.create("https://例子.example/" + random.nextInt() + "?a=一&b=%20#c");
            default -> throw new AssertionError("no random " + type);
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private long place() {
        return random.nextLong(1L << 53);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(TO_2100), random.nextInt(1_000_000) * 1_000L);
    }

    private String text() {
        return random.ints(random.nextInt(12), 0, Character.MAX_CODE_POINT + 1)
                .map(it -> random.nextBoolean() ? it % 0x100 : it)
                .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
