package gongkai.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.bundle.Archive;
import gongkai.bundle.Paths;
import gongkai.bundle.RefusedException;
import gongkai.bundle.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No byte of a bundle may be another: the list of bytes that carry no claim is empty. */
class EveryByteCountsTest {

    private final SampleLedger small = SampleLedger.of(1);
    private final SampleLedger big = SampleLedger.of(90);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void each_flipped_byte_of_a_small_bundle_is_refused() {
        var bundle = bundle(small);
        List<Integer> accepted = new ArrayList<>();
        for (int i = 0; i < bundle.length; i++) {
            if (isAccepted(flipped(bundle, i), small)) {
                accepted.add(i);
            }
        }
        assertThat(accepted).as("of %d bytes, seed %d", bundle.length, seed).isEmpty();
    }

    @Test
    void each_flipped_byte_of_a_file_is_refused_even_if_manifest_and_archive_are_made_to_fit() {
        var files = Archive.read(bundle(small));
        List<String> accepted = new ArrayList<>();
        files.forEach((path, file) -> {
            for (int i = 0; i < file.length && !path.equals(Paths.MANIFEST); i++) {
                var forged = new TreeMap<>(files);
                forged.put(path, flipped(file, i));
                if (isAccepted(VerificationTest.sealed(forged), small)) {
                    accepted.add(path + " at " + i);
                }
            }
        });
        assertThat(accepted).as("seed %d", seed).isEmpty();
    }

    @Test
    void each_flipped_byte_of_what_a_witness_cosigned_is_refused_too() {
        var witnessed = SampleLedger.of(1);
        witnessed.witnessed("witness.example");
        var files = Archive.read(bundle(witnessed));
        assertThat(isAccepted(Archive.write(files), witnessed)).isTrue();
        for (var path : List.of(Paths.CHECKPOINT, Paths.KEYS)) {
            var file = files.getOrDefault(path, new byte[0]);
            for (int i = 0; i < file.length; i++) {
                var forged = new TreeMap<>(files);
                forged.put(path, flipped(file, i));
                assertThat(isAccepted(VerificationTest.sealed(forged), witnessed))
                        .as("%s at %d, seed %d", path, i, seed)
                        .isFalse();
            }
        }
    }

    @Test
    void a_small_bundle_cut_at_any_length_is_refused() {
        var bundle = bundle(small);
        for (int length = 0; length < bundle.length; length++) {
            assertThat(isAccepted(Arrays.copyOf(bundle, length), small))
                    .as("cut to %d of %d", length, bundle.length)
                    .isFalse();
        }
    }

    @Test
    void bytes_before_or_behind_a_bundle_are_refused() {
        var bundle = bundle(small);
        assertThat(isAccepted(Arrays.copyOf(bundle, bundle.length + 1), small)).isFalse();
        var before = new byte[bundle.length + 1];
        System.arraycopy(bundle, 0, before, 1, bundle.length);
        assertThat(isAccepted(before, small)).isFalse();
    }

    @Test
    void of_a_big_bundle_sampled_flips_and_cuts_are_refused() {
        var bundle = bundle(big);
        assertThat(isAccepted(bundle, big)).isTrue();
        for (int i = 0; i < 400; i++) {
            int place = random.nextInt(bundle.length);
            assertThat(isAccepted(flipped(bundle, place), big))
                    .as("byte %d, seed %d", place, seed)
                    .isFalse();
            assertThat(isAccepted(Arrays.copyOf(bundle, place), big))
                    .as("cut to %d, seed %d", place, seed)
                    .isFalse();
        }
    }

    private static byte[] bundle(SampleLedger ledger) {
        return ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
    }

    private byte[] flipped(byte[] bytes, int place) {
        var flipped = bytes.clone();
        flipped[place] ^= (byte) (1 + random.nextInt(255));
        return flipped;
    }

    /** Anything else than a refusal, an exception too, is no refusal. */
    private static boolean isAccepted(byte[] bundle, SampleLedger ledger) {
        try {
            Verification.of(bundle, new Trust(List.of(ledger.verifierKey()), Optional.empty()));
            return true;
        } catch (RefusedException _) {
            return false;
        }
    }
}
