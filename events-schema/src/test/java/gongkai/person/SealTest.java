package gongkai.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gongkai.event.Personal;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String PERSON = "610926-p-00000000000000000000000000000001";
    private static final Seal SEAL = new Seal(PERSON, PersonalField.REPORTER, "610926-2019-08-T01");
    private static final PersonDetails DETAILS = new PersonDetails("欧阳明华", Optional.of("13900001111"));

    private static SecretKey key(int filling) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filling);
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void whatWasSealedIsOpenedWithTheKeyOfThePerson() {
        var sealed = SEAL.seal(key(1), DETAILS);
        assertThat(sealed.person()).isEqualTo(PERSON);
        assertThat(SEAL.open(key(1), sealed.sealed())).contains(DETAILS);
        var nameless = new PersonDetails("李", Optional.empty());
        assertThat(SEAL.open(key(1), SEAL.seal(key(1), nameless).sealed())).contains(nameless);
    }

    @Test
    void anotherKeyOpensNothing() {
        assertThat(SEAL.open(key(2), SEAL.seal(key(1), DETAILS).sealed())).isEmpty();
    }

    @Test
    void whatWasCutOutOfOneEventOpensInNoOtherPlace() {
        var sealed = SEAL.seal(key(1), DETAILS).sealed();
        assertThat(Stream.of(
                        new Seal(PERSON.replace("1", "2"), SEAL.field(), SEAL.about()),
                        new Seal(PERSON, PersonalField.CONTACT, SEAL.about()),
                        new Seal(PERSON, SEAL.field(), "610926-2019-08-T02")))
                .allSatisfy(it -> assertThat(it.open(key(1), sealed)).isEmpty());
    }

    @Test
    void notOneBitMayChange() {
        var bytes = Base64.getUrlDecoder().decode(SEAL.seal(key(1), DETAILS).sealed());
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            assertThat(SEAL.open(key(1), Base64.getUrlEncoder().encodeToString(bytes)))
                    .as("byte %d", i)
                    .isEmpty();
            bytes[i] ^= 1;
        }
    }

    @Test
    void whatIsNoSealIsNotOpenedAndNothingIsThrown() {
        assertThat(Stream.of("", "A", "AAAA", "不是", "A".repeat(4_000), "=").map(it -> SEAL.open(key(1), it)))
                .allSatisfy(it -> assertThat(it).isEmpty());
    }

    @Test
    void theSameNameIsNeverSealedTwiceAlikeAndShortNamesAreAsLongAsOthers() {
        Personal one = SEAL.seal(key(1), DETAILS);
        assertThat(SEAL.seal(key(1), DETAILS)).isNotEqualTo(one);
        assertThat(SEAL.seal(key(1), new PersonDetails("李", Optional.empty())).sealed())
                .hasSameSizeAs(one.sealed());
        assertThat(new String(Base64.getUrlDecoder().decode(one.sealed()), UTF_8))
                .doesNotContain("欧阳", "1390");
    }

    @Test
    void aLineBreakIsNoPartOfAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonDetails("李\n明", Optional.empty()));
    }
}
