package gongkai.event;

import java.util.List;

/**
 * What counts as done.
 *
 * @param quota how many pieces of evidence it takes, at least 1
 * @param forms the forms of interpretation that count; empty: any
 */
public record Requirement(RequirementKind kind, Integer quota, List<InterpretationForm> forms) {

    public static Requirement once(RequirementKind kind) {
        return new Requirement(kind, 1, List.of());
    }
}
