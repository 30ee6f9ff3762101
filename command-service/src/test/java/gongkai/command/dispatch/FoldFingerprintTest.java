package gongkai.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldFingerprintTest {

    @Test
    void the_same_classes_have_the_same_name_and_others_another() {
        assertThat(FoldFingerprint.of(FoldFingerprint.ROOMS))
                .isEqualTo(FoldFingerprint.OF_THIS_CODE)
                .isEqualTo(FoldFingerprint.of(FoldFingerprint.ROOMS.reversed()))
                .isNotEqualTo(FoldFingerprint.of(FoldFingerprint.ROOMS.subList(1, 7)));
    }

    @Test
    void code_that_cannot_be_looked_at_has_no_name() {
        assertThatThrownBy(() -> FoldFingerprint.of(List.of("event", "attic")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("attic");
    }
}
