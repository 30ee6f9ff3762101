package gongkai.command.importing;

import gongkai.command.dispatch.Dispatcher;
import gongkai.command.dispatch.Receipt;
import gongkai.command.dispatch.Streams;
import gongkai.command.domain.plan.PlanCommand.ImportPlan;
import gongkai.command.domain.plan.PlanDifference;
import gongkai.command.domain.plan.PlanReading;
import gongkai.command.domain.plan.RowChange;
import gongkai.command.importing.reading.PlanReader;
import gongkai.command.importing.reading.UnitDirectory;
import gongkai.command.importing.table.TableReader;
import gongkai.event.Basis;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes in a county's table: read it, keep the file, record the plan with all that is owed because of it. */
@Component
public class PlanImport {

    private final TableReader tables = new TableReader();
    private final SourceDocuments documents;
    private final Streams streams;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    PlanImport(SourceDocuments documents, Streams streams, Dispatcher dispatcher, InstantSource clock) {
        this.documents = documents;
        this.streams = streams;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** What the file would be read as; records nothing. */
    public PlanReading read(String jurisdiction, UploadedTable upload) {
        var register = streams.jurisdiction(jurisdiction).register();
        var day = upload.issuedOn().orElse(LocalDate.of(upload.year(), 1, 1));
        var units = new UnitDirectory(List.copyOf(register.unitsOn(day).values()), register.namesEver(day));
        return new PlanReader(jurisdiction, units)
                .read(
                        tables.read(upload.fileName(), upload.content()),
                        upload.year(),
                        upload.issuedOn(),
                        upload.title());
    }

    /** How it would change the plan that stands, row by row; empty before a plan's first import. */
    public List<RowChange> changes(PlanReading reading) {
        return streams.plan(reading.plan())
                .map(plan -> PlanDifference.between(plan, reading))
                .orElse(List.of());
    }

    /**
     * Records the plan as it was read; the same file a second time records nothing.
     *
     * @param basis why it may take the place of another document; empty: it may not
     */
    public Receipt record(String actor, PlanReading reading, UploadedTable upload, Optional<Basis> basis) {
        var document = SourceDocuments.describe(upload.fileName(), upload.content());
        documents.keep(document, upload.content());
        return dispatcher.dispatch(actor, new ImportPlan(reading, document, basis, clock.instant()));
    }
}
