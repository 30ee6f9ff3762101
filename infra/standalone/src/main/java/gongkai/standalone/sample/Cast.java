package gongkai.standalone.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Who owes what in the real table; chance, from a fixed seed, says whose lot is which. */
record Cast(List<Owed> all, Random random) {

    Cast {
        all = List.copyOf(all);
    }

    /** Those of the rows, in the order of chance. */
    List<Owed> shuffled(Integer... rows) {
        List<Owed> drawn = new ArrayList<>(ofRows(rows));
        Collections.shuffle(drawn, random);
        return drawn;
    }

    List<Owed> ofRows(Integer... rows) {
        Set<Integer> wanted = Set.of(rows);
        return all.stream().filter(it -> wanted.contains(it.row())).toList();
    }

    /** The one obligation of a row that names one unit. */
    Owed ofRow(int row) {
        return ofRows(row).getFirst();
    }
}
