package gongkai.record;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Which record the data of each version of each event bind to, by the version's name; as the events stand in the code. */
public final class RecordedShapes {

    private RecordedShapes() {}

    public static SequencedMap<String, Class<?>> all() {
        var shapes = new LinkedHashMap<String, Class<?>>();
        EventVersions.events()
                .flatMap(event -> EventVersions.RELEASED.of(event).stream())
                .forEach(version -> shapes.put(version.name(), version.shape()));
        return shapes;
    }
}
