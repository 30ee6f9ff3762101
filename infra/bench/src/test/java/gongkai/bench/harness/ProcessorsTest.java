package gongkai.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorsTest {

    @Test
    void a_process_may_be_called_anything() {
        var stat = "7 (a) b (c) S 1 7 7 0 -1 4 10 20 0 0 150 50 300 100 20 0 1 0 5";
        assertThat(Processors.Times.parse(stat)).isEqualTo(new Processors.Times(2, 4));
    }

    @Test
    void a_process_that_is_gone_took_nothing() {
        assertThat(Processors.Times.of("999999999")).isEqualTo(new Processors.Times(0, 0));
    }

    @Test
    void what_is_neither_ours_nor_postgresqls_is_foreign_and_never_negative() {
        assertThat(new Processors(10, 4, 3).since(new Processors(1, 1, 1)).foreign())
                .isEqualTo(4);
        assertThat(new Processors(1, 1, 1).foreign()).isZero();
    }
}
