package gongkai.query;

import gongkai.query.projection.Projection;
import gongkai.query.projection.Rows;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** A view that notes positions and does what a test tells it to, after it has written. */
public final class Touchy implements Projection {

    private final JdbcTemplate jdbc;
    private final AtomicInteger hits = new AtomicInteger();
    private volatile Consumer<List<Applied>> mischief = _ -> {};

    public Touchy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "touchy";
    }

    @Override
    public void apply(List<Applied> records) {
        Rows.of(records)
                .number(it -> it.record().position())
                .text(it -> it.record().ledger())
                .write(jdbc, "INSERT INTO touched SELECT * FROM unnest(?::int8[], ?::text[])");
        mischief.accept(records);
    }

    /** From now on; {@link #hit} counts when it really happened. */
    public void then(Consumer<List<Applied>> mischief) {
        this.mischief = mischief;
    }

    public void behave() {
        mischief = _ -> {};
    }

    public void hit() {
        hits.incrementAndGet();
    }

    public int hits() {
        return hits.get();
    }
}
