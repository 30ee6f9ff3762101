package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gongkai.command.dispatch.FoldFingerprint;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The code against the table of rooms, and the table against its own promises. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPackages("gongkai")
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("gongkai.e2e")));

    @Test
    void every_room_uses_only_what_the_table_allows() {
        assertThat(new Architecture(CLASSES).violations()).isEmpty();
    }

    @Test
    void the_table_names_no_room_that_is_not_there() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsAll(Rooms.ARROWS.keySet())
                .containsAll(Rooms.PURE);
        assertThat(Rooms.ARROWS.values())
                .allSatisfy(it -> assertThat(Rooms.ARROWS.keySet()).containsAll(it));
    }

    @Test
    void no_arrow_leads_back() {
        assertThat(Rooms.ARROWS.keySet())
                .allSatisfy(room -> assertThat(reachable(room)).doesNotContain(room));
    }

    @Test
    void command_and_query_never_meet() {
        Rooms.ARROWS.keySet().forEach(room -> {
            if (room.startsWith("gongkai.command")) {
                assertThat(reachable(room)).noneMatch(it -> it.startsWith("gongkai.query"));
            }
            if (room.startsWith("gongkai.query")) {
                assertThat(reachable(room)).noneMatch(it -> it.startsWith("gongkai.command"));
            }
        });
    }

    @Test
    void what_makes_a_state_of_events_is_all_in_the_fingerprint_of_snapshots() {
        var named = FoldFingerprint.ROOMS.stream().map("gongkai."::concat).toList();
        assertThat(Rooms.ARROWS.keySet())
                .filteredOn(it -> it.startsWith("gongkai.command.domain"))
                .flatMap(ArchitectureTest::reachable)
                .isNotEmpty()
                .allSatisfy(room -> assertThat(named).anyMatch(it -> room.equals(it) || room.startsWith(it + ".")));
    }

    private static Set<String> reachable(String room) {
        Set<String> seen = new HashSet<>();
        collect(room, seen);
        return seen;
    }

    private static void collect(String room, Set<String> seen) {
        for (String next : Rooms.ARROWS.getOrDefault(room, Set.of())) {
            if (seen.add(next)) {
                collect(next, seen);
            }
        }
    }
}
