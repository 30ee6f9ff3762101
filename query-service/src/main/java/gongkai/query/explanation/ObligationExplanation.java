package gongkai.query.explanation;

import gongkai.http.rule.RuleAnswer;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.Occurrence;
import java.util.List;
import java.util.stream.IntStream;

/** How the dates of an obligation came to be. */
public record ObligationExplanation(
        String id, List<RuleExplanation> rules, List<LampAnswer> statutory, AnsweredAsOf asOf) {

    /** @param occurrences none while a rule is only proposed, unclear, ongoing, or not triggered */
    public record RuleExplanation(
            int rule, String text, RuleAnswer reading, String sentence, List<OccurrenceExplanation> occurrences) {}

    public static ObligationExplanation of(Judged it, AnsweredAsOf asOf) {
        var standing = it.facts().at(asOf.asOf());
        var occurrences = it.rule().occurrencesOf(it.facts(), asOf.asOf());
        var rules = IntStream.range(0, standing.rules().size())
                .mapToObj(number -> {
                    var rule = standing.rules().get(number);
                    return new RuleExplanation(
                            number + 1,
                            rule.timeLimit().text(),
                            RuleAnswer.of(rule),
                            Sentences.of(rule),
                            ofRule(number, occurrences).stream()
                                    .map(each -> OccurrenceExplanation.of(
                                            each, rule, standing, it.rule().calendar()))
                                    .toList());
                })
                .toList();
        return new ObligationExplanation(
                it.facts().assigned().obligation(), rules, LampAnswer.of(it, asOf.asOf()), asOf);
    }

    private static List<Occurrence> ofRule(int number, List<Occurrence> all) {
        return all.stream().filter(it -> it.rule() == number).toList();
    }
}
