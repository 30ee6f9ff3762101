package gongkai.bench.stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whose an obligation ever was. */
@Entity
@Table(name = "unit_obligation")
class UnitObligationRow {

    @Id
    @SuppressWarnings("UnusedVariable") // read by Hibernate
    private String id = "";

    UnitObligationRow() {}

    UnitObligationRow(String id) {
        this.id = id;
    }
}
