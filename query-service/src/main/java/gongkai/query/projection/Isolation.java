package gongkai.query.projection;

import gongkai.query.projection.Projection.Applied;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;

/** Gives a view its records inside a savepoint, so that its failure is its own. */
@Component
class Isolation {

    private final Parking parking;

    Isolation(Parking parking) {
        this.parking = parking;
    }

    /**
     * What time can heal, a lost connection for one, is thrown on; anything else parks the view before the record that it
     * refuses.
     *
     * @return how many of the records the view took
     */
    int apply(Projection view, List<Applied> records, SavepointManager transaction) {
        if (records.isEmpty() || attempt(view, records, transaction).isEmpty()) {
            return records.size();
        }
        for (int taken = 0; taken < records.size(); taken++) {
            var failure = attempt(view, records.subList(taken, taken + 1), transaction);
            if (failure.isPresent()) {
                parking.park(view.name(), records.get(taken).record(), failure.get());
                return taken;
            }
        }
        return records.size();
    }

    private static Optional<RuntimeException> attempt(
            Projection view, List<Applied> records, SavepointManager transaction) {
        var savepoint = transaction.createSavepoint();
        try {
            view.apply(records);
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | PlaceMovedException e) {
            throw e;
        } catch (RuntimeException e) {
            transaction.rollbackToSavepoint(savepoint);
            return Optional.of(e);
        }
        transaction.releaseSavepoint(savepoint);
        return Optional.empty();
    }
}
