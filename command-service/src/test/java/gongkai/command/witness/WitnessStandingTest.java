package gongkai.command.witness;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.witness.WitnessStanding.State;
import org.junit.jupiter.api.Test;

class WitnessStandingTest {

    @Test
    void who_cosigned_the_newest_tree_is_not_asked_again_and_everybody_else_is() {
        assertThat(WitnessStanding.at(5).needsAsking(5)).isFalse();
        assertThat(WitnessStanding.at(5).needsAsking(6)).isTrue();
        assertThat(WitnessStanding.unheard(5).needsAsking(5)).isTrue();
        assertThat(WitnessStanding.at(5).unusable("away").needsAsking(5)).isTrue();
        assertThat(WitnessStanding.at(5).contradicts("other").needsAsking(5)).isTrue();
    }

    @Test
    void silence_takes_no_contradiction_back() {
        var contradiction = WitnessStanding.at(5).contradicts("another history");
        assertThat(contradiction.unusable("away")).isEqualTo(contradiction);
        assertThat(WitnessStanding.at(5).unusable("away").state()).isEqualTo(State.UNUSABLE);
    }

    @Test
    void what_is_told_names_both_sizes_and_the_reason() {
        assertThat(WitnessStanding.at(5).told(5)).isEqualTo("has cosigned all 5 leaves");
        assertThat(WitnessStanding.at(5).told(8)).isEqualTo("has cosigned 5 of 8 leaves");
        assertThat(WitnessStanding.at(5).unusable("it is away").told(8))
                .isEqualTo("has cosigned 5 of 8 leaves; it is away");
    }
}
