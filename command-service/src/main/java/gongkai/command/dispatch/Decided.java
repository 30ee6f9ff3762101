package gongkai.command.dispatch;

import gongkai.event.Event;
import java.util.List;

/** What a stream decided, and the state that it has come to: what policies react to. */
record Decided(List<Event> events, Object state) {}
