package gongkai.command.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import gongkai.command.dispatch.Streams;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.plan.PlanCommand.ClarifyPlan;
import gongkai.command.domain.plan.PlanCommand.ClarifyTask;
import gongkai.event.Assignment;
import gongkai.event.FindingCode;
import gongkai.event.Identifier;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api", consumes = "application/json", produces = "application/json")
@Tag(
        name = "Clarification 澄清",
        description =
                "A person's answers to what the table leaves open; a later answer takes the place of an earlier one")
class ClarificationController {

    private final Writes writes;
    private final Streams streams;
    private final InstantSource clock;

    ClarificationController(Writes writes, Streams streams, InstantSource clock) {
        this.writes = writes;
        this.streams = streams;
        this.clock = clock;
    }

    @PostMapping("/tasks/{id}/clarifications")
    @Appends
    @Operation(
            summary = "Answer what a row leaves open",
            description =
                    "units says who takes part, in place of all who do now: new ones owe it, others are released. rules says what is demanded by when, in place of all rules; each counts from the beginning. finding closes a question that needs neither.")
    @Refuses({"PLAN_UNKNOWN", "TASK_UNKNOWN", "CLARIFICATION_EMPTY", "FINDING_UNKNOWN", "UNIT_UNKNOWN"})
    WriteAnswer clarifyTask(
            @PathVariable String id,
            @Valid @RequestBody TaskClarificationBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "clarification",
                id,
                body,
                () -> new ClarifyTask(
                        id,
                        Optional.ofNullable(body.units()).map(it -> assignments(id, it)),
                        Optional.ofNullable(body.rules()).map(ClarificationController::rules),
                        Optional.ofNullable(body.finding()),
                        body.basis(),
                        clock.instant()));
    }

    @PostMapping("/plans/{id}/clarifications")
    @Appends
    @Operation(
            summary = "Answer what the document as a whole leaves open",
            description = "issuedOn is the plan's issue date 印发日期.")
    @Refuses({"PLAN_UNKNOWN", "CLARIFICATION_EMPTY", "FINDING_UNKNOWN"})
    WriteAnswer clarifyPlan(
            @PathVariable String id,
            @Valid @RequestBody PlanClarificationBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "clarification",
                id,
                body,
                () -> new ClarifyPlan(
                        id,
                        Optional.ofNullable(body.issuedOn()),
                        Optional.ofNullable(body.finding()),
                        body.basis(),
                        clock.instant()));
    }

    private List<Assignment> assignments(String task, List<UnitBody> units) {
        var county = streams.jurisdiction(Identifier.jurisdictionOf(task));
        return units.stream()
                .map(it -> {
                    var entry = county.units().get(it.code());
                    if (entry == null) {
                        throw Rejection.UNIT_UNKNOWN.because(
                                "«units» names «%s», which is not in the register of %s; its codes look like %s."
                                        .formatted(
                                                it.code(),
                                                county.name(),
                                                county.units().keySet().stream()
                                                        .findFirst()
                                                        .orElse(task)));
                    }
                    return new Assignment(entry.code(), entry.name(), it.role() == null ? Role.LEAD : it.role());
                })
                .toList();
    }

    private static List<Rule> rules(List<RuleBody> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(it -> rules.get(it).rule(it))
                .toList();
    }

    record TaskClarificationBody(
            @Size(max = 5000) @Schema(description = "Codes of units, or objects with code and role") @Nullable
            List<@Valid @NotNull UnitBody> units,

            @Size(min = 1, max = 20) @Nullable List<@Valid @NotNull RuleBody> rules,

            @Schema(description = "The code of the question that this settles") @Nullable
            FindingCode finding,

            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 500) String authority)
            implements Reasoned {}

    /** A unit's code, alone or as a plan shows the unit; LEAD where no role is given. The name is the register's. */
    record UnitBody(
            @NotBlank @Size(max = 20) String code,
            @Size(max = 100) @Nullable String name,
            @Nullable Role role) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static UnitBody of(String code) {
            return new UnitBody(code, null, null);
        }
    }

    record PlanClarificationBody(
            @Schema(description = "印发日期") @Nullable LocalDate issuedOn,

            @Schema(description = "The code of the question that this settles") @Nullable
            FindingCode finding,

            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 500) String authority)
            implements Reasoned {}
}
