package gongkai.query.notice.rule;

import java.time.Instant;
import java.util.Optional;

/**
 * Watches one obligation. What was reckoned at one look is not reckoned again at the next, while its chronicle has only grown; it
 * makes no difference to what is told.
 */
public final class Watch {

    private Account account = new Account();
    private Optional<Turn> last = Optional.empty();

    /** Up to which moment the account was kept, and by what. */
    private record Turn(Chronicle chronicle, Instant moment) {}

    /** What should have been told by {@code at}. */
    public Outlook outlook(Chronicle chronicle, Instant at) {
        if (last.filter(it -> isStillTrue(it, chronicle, at)).isEmpty()) {
            account = new Account();
            last = Optional.empty();
        }
        var moment = last.map(it -> Situation.of(chronicle, it.moment()).next())
                .orElseGet(() -> Optional.of(chronicle.beginning()));
        while (moment.filter(it -> !it.isAfter(at)).isPresent()) {
            var situation = Situation.of(chronicle, moment.get());
            account.turn(situation);
            last = moment.map(it -> new Turn(chronicle, it));
            moment = situation.next();
        }
        return new Outlook(account.raised(), moment);
    }

    /** How many it remembers. */
    public int facts() {
        return last.map(it -> it.chronicle().taken().size()).orElse(0);
    }

    private static boolean isStillTrue(Turn turn, Chronicle chronicle, Instant at) {
        return !turn.moment().isAfter(at) && chronicle.addsOnlyAfter(turn.moment(), turn.chronicle());
    }
}
