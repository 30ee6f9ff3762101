package gongkai.query.trail.change;

import gongkai.event.Event;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.TaskText;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import java.time.Instant;

record ObligationState(ObligationFacts facts) implements StreamState {

    @Override
    public Traits traits(Event event, Instant at, StatusRule rule) {
        var asOf = new AsOf(at, facts.history().getLast().position());
        var standing = facts.at(asOf);
        var traits = TableRow.text(new Traits(), standing.row(), standing.text())
                .with(Trait.RULES, TableRow.rules(standing.rules()))
                .with(Trait.UNIT, standing.assignment().name())
                .with(Trait.ROLE, standing.assignment().role().name())
                .with(Trait.STATUS, rule.statusOf(facts, asOf).name())
                .with(Trait.EVIDENCE, String.valueOf(standing.evidenceIds().size()))
                .with(Trait.ACKNOWLEDGED, standing.acknowledgedAt().map(ChinaTime::at))
                .with(Trait.REVIEW, standing.review().map(ObligationReviewed::outcome))
                .with(Trait.CLOSED, standing.closedAt().map(ChinaTime::at));
        rule.occurrencesOf(facts, asOf).forEach(it -> traits.with(Trait.DUE, it.id(), end(it)));
        return traits;
    }

    private static String end(Occurrence it) {
        return it.due()
                .at()
                .map(ChinaTime::at)
                .map(String::valueOf)
                .orElseGet(() -> String.valueOf(it.due().on()));
    }

    @Override
    public String title(Event event) {
        var standing = facts.at(new AsOf(Instant.MAX, facts.history().getLast().position()));
        return "%s 第%d行 %s"
                .formatted(
                        standing.assignment().name(),
                        standing.row(),
                        TaskText.oneLine(standing.text().category()));
    }
}
