package gongkai.command.dispatch;

import gongkai.event.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Any events that a stream of a kind can hold, likely or not; tasks and units come again and again. */
record RandomHistory(Random random) {

    /** @param opening what the stream begins with, and what does not come again */
    <E extends Event> List<E> of(Class<E> kind, Class<? extends E> opening, int length) {
        var events = new ArrayList<E>();
        events.add(kind.cast(record(opening)));
        while (events.size() < length) {
            var event = kind.cast(any("", kind));
            if (!opening.isInstance(event)) {
                events.add(event);
            }
        }
        return events;
    }

    private Object any(String name, Type type) {
        if (type instanceof ParameterizedType it) {
            var argument = it.getActualTypeArguments()[0];
            return it.getRawType().equals(Optional.class)
                    ? Optional.of(argument).filter(_ -> random.nextBoolean()).map(inner -> any(name, inner))
                    : Stream.generate(() -> any(name, argument))
                            .limit(random.nextInt(4))
                            .toList();
        }
        var it = (Class<?>) type;
        if (it.isEnum()) {
            return oneOf(it.getEnumConstants());
        }
        if (it.isSealed()) {
            return any(name, oneOf(it.getPermittedSubclasses()));
        }
        return it.isRecord() ? record(it) : simple(name, it);
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = Arrays.stream(components)
                    .map(it -> any(it.getName(), it.getGenericType()))
                    .toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be made", e);
        }
    }

    private Object simple(String name, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" ->
                switch (name) {
                    case "task" -> "610926-2019-0" + random.nextInt(1, 6);
                    case "code", "into" -> "610926-D0" + random.nextInt(1, 6);
                    default -> text();
                };
            case "Integer" -> random.nextInt(2000, 2030);
            case "Long" -> random.nextLong();
            case "Boolean" -> random.nextBoolean();
            case "Instant" -> Instant.ofEpochSecond(random.nextLong(1L << 33), random.nextInt(1_000_000_000));
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(50_000));
            case "URI" -> URI.create("https://例子.example/" + random.nextInt() + "?a=一&b=%20#c");
            default -> throw new AssertionError("no random " + type);
        };
    }

    private <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String text() {
        return random.ints(random.nextInt(12), 0, Character.MAX_CODE_POINT + 1)
                .map(it -> random.nextBoolean() ? it % 0x100 : it)
                .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
