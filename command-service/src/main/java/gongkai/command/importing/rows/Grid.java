package gongkai.command.importing.rows;

import java.util.List;

/**
 * A table laid out on its grid.
 *
 * @param merged whether the format marks merged cells; where it cannot, a blank may continue the cell above
 */
public record Grid(List<List<GridCell>> rows, boolean merged) {

    public Grid {
        rows = List.copyOf(rows);
    }
}
