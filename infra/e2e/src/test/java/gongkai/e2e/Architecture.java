package gongkai.e2e;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares compiled classes with {@link Rooms}; each sentence is one thing that is not allowed. */
record Architecture(JavaClasses classes) {
    private static final Set<String> IMPURE = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.System.nanoTime",
            "java.time.InstantSource.system",
            "java.time.ZoneId.systemDefault",
            "java.util.Random.<init>",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    List<String> violations() {
        return Stream.<Function<JavaClass, Stream<String>>>of(
                        this::unknownRoom, this::arrows, this::monopolies, this::impureTypes, this::impureCalls)
                .flatMap(rule -> classes.stream().flatMap(rule))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> unknownRoom(JavaClass it) {
        return Rooms.ARROWS.containsKey(it.getPackageName())
                ? Stream.empty()
                : Stream.of(it.getPackageName() + " is no room of the table");
    }

    private Stream<String> arrows(JavaClass it) {
        Set<String> allowed = Rooms.ARROWS.getOrDefault(it.getPackageName(), Set.of());
        return outgoing(it)
                .filter(to -> within(to, "gongkai"))
                .filter(to -> !allowed.contains(room(to)))
                .map(to -> it.getPackageName() + " may not use " + room(to) + ": " + to.getDescription());
    }

    private Stream<String> monopolies(JavaClass it) {
        return outgoing(it)
                .filter(to -> Rooms.MONOPOLIES.entrySet().stream()
                        .anyMatch(row ->
                                within(to, row.getKey()) && !row.getValue().contains(it.getPackageName())))
                .map(to -> it.getPackageName() + " may not know " + room(to) + ": " + to.getDescription());
    }

    private Stream<String> impureTypes(JavaClass it) {
        return pure(it)
                ? outgoing(it)
                        .filter(to -> !within(to, "gongkai")
                                && (!within(to, "java") || within(to, "java.sql") || within(to, "java.nio.file")))
                        .map(to -> "pure room uses " + room(to) + ": " + to.getDescription())
                : Stream.empty();
    }

    private Stream<String> impureCalls(JavaClass it) {
        return pure(it)
                ? it.getCodeUnitAccessesFromSelf().stream()
                        .filter(Architecture::isImpure)
                        .map(call -> "pure room calls " + call.getDescription())
                : Stream.empty();
    }

    private static boolean isImpure(JavaCodeUnitAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        return IMPURE.contains(owner + "." + name)
                || (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")));
    }

    private static boolean pure(JavaClass it) {
        return Rooms.PURE.contains(it.getPackageName());
    }

    private static Stream<Dependency> outgoing(JavaClass it) {
        return it.getDirectDependenciesFromSelf().stream()
                .filter(to -> !room(to).isEmpty() && !room(to).equals(it.getPackageName()));
    }

    private static String room(Dependency to) {
        return to.getTargetClass().getBaseComponentType().getPackageName();
    }

    private static boolean within(Dependency to, String folder) {
        return room(to).equals(folder) || room(to).startsWith(folder + ".");
    }
}
