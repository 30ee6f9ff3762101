package gongkai.event;

import java.util.List;

/** One line of the unit register: {@code 610926-D03,县教科局,DEPARTMENT,教科局}. */
public record UnitEntry(String code, String name, UnitKind kind, List<String> aliases) {}
