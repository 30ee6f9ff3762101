package gongkai.record;

import java.util.SortedMap;
import java.util.TreeMap;

/** Which record the data of each version of each event bind to, by the version's name. */
public final class RecordedShapes {

    private RecordedShapes() {}

    public static SortedMap<String, Class<?>> all() {
        var shapes = new TreeMap<String, Class<?>>();
        EventVersions.events()
                .flatMap(event -> EventVersions.RELEASED.of(event).stream())
                .forEach(version -> shapes.put(version.name(), version.shape()));
        return shapes;
    }
}
