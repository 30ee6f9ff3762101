package gongkai.person;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Personal;
import gongkai.record.EventType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonalFieldTest {

    @Test
    void everyMarkedFieldOfEveryEventIsNamedOnce() {
        var marked = EventType.all()
                .flatMap(event -> Arrays.stream(event.getRecordComponents())
                        .filter(it -> it.getGenericType().getTypeName().contains(Personal.class.getName()))
                        .map(it -> event.getSimpleName() + "." + it.getName()));
        assertThat(Stream.of(PersonalField.values()).map(PersonalField::path))
                .containsExactlyInAnyOrderElementsOf(marked.toList());
    }
}
