package gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

    @Test
    void ids_are_readable_and_deterministic() {
        var plan = Identifier.plan("610926", 2019);
        var task = Identifier.task(plan, 7);
        var obligation = Identifier.obligation(task, "610926-D03");
        assertThat(plan).isEqualTo("610926-2019");
        assertThat(task).isEqualTo("610926-2019-07");
        assertThat(obligation).isEqualTo("610926-2019-07-D03");
        assertThat(Identifier.interpretation(Identifier.publication(obligation, 1), 2))
                .isEqualTo("610926-2019-07-D03-P1-I2");
        assertThat(Identifier.response(Identifier.caseId(obligation, 1), 1)).isEqualTo("610926-2019-07-D03-C1-R1");
    }

    @ParameterizedTest
    @CsvSource({
        "610926-2019-07-D03-P12, 610926-2019-07-D03",
        "610926-2019-07-D03-P1-I1, 610926-2019-07-D03",
        "610926-2019-108-T01-C1-R2, 610926-2019-108-T01",
        "610926-2019-07-D03, 610926-2019-07-D03",
        "nonsense, nonsense"
    })
    void an_id_within_an_obligation_names_it(String id, String obligation) {
        assertThat(Identifier.obligationOf(id)).isEqualTo(obligation);
    }

    @Test
    void every_id_begins_with_its_jurisdiction() {
        assertThat(Identifier.jurisdictionOf("610926-2019-07-D03-P1")).isEqualTo("610926");
        assertThat(Identifier.jurisdictionOf("610926")).isEqualTo("610926");
    }
}
