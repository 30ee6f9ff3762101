package gongkai.command.importing.reading;

import gongkai.event.Finding;
import java.util.List;

/** What a cell was read as, with the questions that the reading leaves open. */
record Read<T>(T value, List<Finding> findings) {}
