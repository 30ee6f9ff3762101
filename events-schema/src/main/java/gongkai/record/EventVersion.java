package gongkai.record;

import gongkai.event.Event;
import java.util.function.Function;

/**
 * One version of an event, as its name says: {@code gongkai.PublicationRecorded.v1}.
 *
 * @param event what it is today
 * @param shape the record that its data bind to
 * @param today what that record means as an event of today
 */
record EventVersion(String name, Class<? extends Event> event, Class<?> shape, Function<Object, Event> today) {}
