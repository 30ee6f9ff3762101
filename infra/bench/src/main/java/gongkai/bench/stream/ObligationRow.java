package gongkai.bench.stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which obligations there are. */
@Entity
@Table(name = "obligation")
class ObligationRow {

    @Id
    @SuppressWarnings("UnusedVariable") // read by Hibernate
    private String id = "";

    @SuppressWarnings("UnusedVariable") // read by Hibernate
    private String jurisdiction = "";

    ObligationRow() {}

    ObligationRow(String id, String jurisdiction) {
        this.id = id;
        this.jurisdiction = jurisdiction;
    }
}
