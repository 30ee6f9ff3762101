package gongkai.query.progress;

import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.http.access.Caller;
import gongkai.query.asof.QueryProblem;
import gongkai.query.projection.Parking;
import gongkai.query.projection.RebuildRunningException;
import gongkai.query.projection.Rebuilds;
import gongkai.query.projection.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/projections", produces = "application/json")
@Tag(name = "Projections 投影", description = "How far the read side is, and proof that it missed nothing")
class ProjectionController {

    private final ProgressReport report;
    private final Views views;
    private final Parking parking;
    private final Rebuilds rebuilds;

    ProjectionController(ProgressReport report, Views views, Parking parking, Rebuilds rebuilds) {
        this.report = report;
        this.views = views;
        this.parking = parking;
        this.rebuilds = rebuilds;
    }

    @GetMapping
    @Operation(
            summary = "List the projections",
            description =
                    "Each view and each ledger of your counties: position, leaf, how many records it is behind, the Merkle root over"
                            + " what came, and whether a checkpoint that the ledger signed agrees with it. Views that are parked"
                            + " say before which record and why; rebuilds say how far they are.")
    @Refuses("REQUEST_MALFORMED")
    ProjectionsAnswer listProjections() {
        return report.now().of(Caller.current()::sees);
    }

    @PostMapping("/{name}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Let a parked view go on",
            description = "It catches up from its own place, within a second if nothing is in its way any more. A view"
                    + " that is not parked is left as it is.")
    @Refuses("PROJECTION_UNKNOWN")
    Requested retryProjection(@PathVariable String name) {
        require(name);
        parking.release(name);
        return new Requested(name, "retry");
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Build a view anew",
            description = "Beside the living tables, which go on answering until the new ones take their place at once."
                    + " The view record is read again from the command service, and all others follow it.")
    @Refuses({"PROJECTION_UNKNOWN", "REBUILD_RUNNING"})
    Requested rebuildProjection(@PathVariable String name) {
        require(name);
        try {
            rebuilds.request(name);
        } catch (RebuildRunningException e) {
            throw new ProblemException(
                    QueryProblem.REBUILD_RUNNING,
                    "View «%s» is being rebuilt already; see GET /api/projections.".formatted(name));
        }
        return new Requested(name, "rebuild");
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Build all views anew but the records",
            description = "In one pass over the records here, beside the living tables.")
    @Refuses("REBUILD_RUNNING")
    Requested rebuildProjections() {
        try {
            rebuilds.requestOthers();
        } catch (RebuildRunningException e) {
            throw running(e);
        }
        return new Requested("all", "rebuild");
    }

    private static ProblemException running(RebuildRunningException e) {
        return new ProblemException(
                QueryProblem.REBUILD_RUNNING, "%s; see GET /api/projections.".formatted(e.getMessage()));
    }

    private void require(String name) {
        if (!views.names().contains(name)) {
            throw new ProblemException(
                    QueryProblem.PROJECTION_UNKNOWN,
                    "There is no projection «%s»; there are %s.".formatted(name, String.join(", ", views.names())));
        }
    }

    record Requested(String name, String requested) {}
}
