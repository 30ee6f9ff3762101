package gongkai.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.bundle.Archive;
import gongkai.bundle.Paths;
import gongkai.bundle.Question;
import gongkai.bundle.RefusedException;
import gongkai.bundle.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program in another language, written from the inspector's guide, comes to the same verdicts. */
class SecondVerifierTest {

    private static final Path PROGRAM = Path.of("src/test/python/verify.py").toAbsolutePath();

    private final SampleLedger ledger = SampleLedger.of(40);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @TempDir
    Path directory;

    @Test
    void both_agree_on_sound_and_on_tampered_bundles() throws Exception {
        var bundles = bundles();
        var trust = new Trust(List.of(ledger.verifierKey()), Optional.empty());
        assertThat(python(bundles, trust)).as("seed %d", seed).isEqualTo(java(bundles, trust));
        assertThat(java(bundles, trust)).containsValue(0).containsValue(1);
    }

    @Test
    void both_agree_on_trust_and_on_earlier_checkpoints() throws Exception {
        var sound = Map.of("sound", ledger.bundle(question(true)));
        for (var trust : List.of(
                new Trust(List.of(), Optional.empty()),
                new Trust(List.of(SampleLedger.of(1).verifierKey()), Optional.empty()),
                earlier(ledger.checkpoint(1)),
                earlier(ledger.checkpoint(100)),
                earlier(ledger.checkpoint(ledger.size())),
                earlier(SampleLedger.of(40).checkpoint(100)))) {
            assertThat(python(sound, trust)).isEqualTo(java(sound, trust));
        }
        var shorter =
                Map.of("shorter", ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, 98, 99, true)));
        assertThat(python(shorter, earlier(ledger.checkpoint(100))))
                .isEqualTo(java(shorter, earlier(ledger.checkpoint(100))))
                .containsValue(1);
        var kept = ledger.checkpoint(100);
        ledger.rewrite(
                60,
                new String(ledger.record(60), StandardCharsets.UTF_8)
                        .replace("镇情", "县情")
                        .getBytes(StandardCharsets.UTF_8));
        var rewritten = Map.of("rewritten", ledger.bundle(question(true)));
        assertThat(python(rewritten, earlier(kept)))
                .isEqualTo(java(rewritten, earlier(kept)))
                .containsValue(1);
    }

    @Test
    void both_agree_on_witnesses_and_on_tampered_cosignatures() throws Exception {
        var unwitnessed = ledger.bundle(question(false));
        var one = ledger.witnessed("one.example").verifierKey();
        var other = ledger.witnessed("other.example").verifierKey();
        var stranger = SampleLedger.of(1).witnessed("one.example").verifierKey();
        Map<String, byte[]> bundles = new LinkedHashMap<>(Map.of("without", unwitnessed));
        bundles.put("with", ledger.bundle(question(false)));
        var files = Archive.read(bundles.get("with"));
        for (var path : List.of(Paths.CHECKPOINT, Paths.KEYS)) {
            var file = files.getOrDefault(path, new byte[0]);
            for (int i = 0; i < 40; i++) {
                var forged = new TreeMap<>(files);
                int place = random.nextInt(file.length);
                forged.put(path, flipped(file, place));
                bundles.put("forged %s %d".formatted(path, place), VerificationTest.sealed(forged));
            }
        }
        for (var witnesses : List.of(List.<String>of(), List.of(one), List.of(one, other), List.of(one, stranger))) {
            var trust = new Trust(List.of(ledger.verifierKey()), Optional.empty(), witnesses);
            assertThat(python(bundles, trust)).as("seed %d", seed).isEqualTo(java(bundles, trust));
            assertThat(java(bundles, trust))
                    .containsEntry("with", witnesses.contains(stranger) ? 1 : 0)
                    .containsEntry("without", witnesses.isEmpty() ? 0 : 1);
        }
    }

    private Trust earlier(String checkpoint) {
        return new Trust(List.of(ledger.verifierKey()), Optional.of(checkpoint));
    }

    private Question question(boolean complete) {
        return complete
                ? ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true)
                : ledger.question(Scope.UNIT, SampleLedger.UNIT, false);
    }

    /** Sound ones, flipped and cut ones, and ones that were forged with care: all but claims, which the second does not judge. */
    private Map<String, byte[]> bundles() {
        Map<String, byte[]> bundles = new LinkedHashMap<>();
        bundles.put("whole", ledger.bundle(question(true)));
        bundles.put("unit", ledger.bundle(question(false)));
        bundles.put(
                "past", ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, 90, ledger.size(), true)));
        var unit = bundles.get("unit");
        for (int i = 0; i < 120; i++) {
            int place = random.nextInt(unit.length);
            bundles.put("flipped " + place, flipped(unit, place));
            bundles.put("cut " + place, Arrays.copyOf(unit, place));
        }
        var files = Archive.read(unit);
        for (var path : files.keySet()) {
            if (!isClaim(path)) {
                var less = new TreeMap<>(files);
                less.remove(path);
                bundles.put(
                        "without " + path,
                        path.equals(Paths.MANIFEST) ? Archive.write(less) : VerificationTest.sealed(less));
                var forged = new TreeMap<>(files);
                forged.put(path, flipped(files.get(path), random.nextInt(files.get(path).length)));
                bundles.put(
                        "forged " + path,
                        path.equals(Paths.MANIFEST) ? Archive.write(forged) : VerificationTest.sealed(forged));
            }
        }
        return bundles;
    }

    /** What only the rules can tell; a question of another moment has another answer, but no other proof. */
    private static boolean isClaim(String path) {
        return List.of(Paths.COVER, Paths.REGISTER, Paths.STATUSES, Paths.QUESTION)
                        .contains(path)
                || path.startsWith("documents/");
    }

    private byte[] flipped(byte[] bytes, int place) {
        var flipped = bytes.clone();
        flipped[place] ^= (byte) (1 + random.nextInt(255));
        return flipped;
    }

    private static Map<String, Integer> java(Map<String, byte[]> bundles, Trust trust) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        bundles.forEach((name, bundle) -> codes.put(name, java(bundle, trust)));
        return codes;
    }

    private static int java(byte[] bundle, Trust trust) {
        try {
            return Verification.of(bundle, trust).isTrusted() ? VerifyProgram.PROVEN : VerifyProgram.UNTRUSTED;
        } catch (RefusedException _) {
            return VerifyProgram.REFUSED;
        }
    }

    private Map<String, Integer> python(Map<String, byte[]> bundles, Trust trust)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", PROGRAM.toString()));
        trust.keys().forEach(it -> command.addAll(List.of("--trust", it)));
        trust.witnesses().forEach(it -> command.addAll(List.of("--witness", it)));
        if (trust.earlier().isPresent()) {
            var kept =
                    Files.writeString(directory.resolve("kept"), trust.earlier().get());
            command.addAll(List.of("--last-checkpoint", kept.toString()));
        }
        int number = 0;
        for (var bundle : bundles.values()) {
            command.add(
                    Files.write(directory.resolve(number++ + ".zip"), bundle).toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        assertThat(lines).hasSameSizeAs(bundles.keySet());
        Map<String, Integer> codes = new LinkedHashMap<>();
        for (var name : bundles.keySet()) {
            codes.put(name, Integer.parseInt(lines.get(codes.size()).split("\t", 2)[0]));
        }
        return codes;
    }
}
