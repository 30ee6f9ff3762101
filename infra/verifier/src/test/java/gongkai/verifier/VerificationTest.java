package gongkai.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gongkai.bundle.Archive;
import gongkai.bundle.Bundle;
import gongkai.bundle.Manifest;
import gongkai.bundle.Paths;
import gongkai.bundle.RefusedException;
import gongkai.bundle.Scope;
import gongkai.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {

    private final SampleLedger ledger = SampleLedger.of(3);
    private final Trust trust = new Trust(List.of(ledger.verifierKey()), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "JURISDICTION, 610926, true",
        "UNIT, 610926-T01, false",
        "UNIT, 610926-T02, true",
        "OBLIGATION, 610926-2019-04-T02, false",
        "OBLIGATION, 610926-2019-04-T02, true"
    })
    void a_bundle_as_it_was_made_is_proven_by_the_key_that_signed_it(Scope scope, String subject, boolean complete) {
        var verdict = Verification.of(ledger.bundle(ledger.question(scope, subject, complete)), trust);
        assertThat(verdict.isTrusted()).isTrue();
        assertThat(verdict.inEnglish())
                .startsWith("PROVEN by key gongkai/610926+")
                .contains(complete ? "none left out" : "the issuer's word alone");
        assertThat(verdict.inChinese()).startsWith("已证实").contains(complete ? "无一遗漏" : "仅凭签发方所言");
    }

    @Test
    void the_same_question_has_the_same_bytes_also_after_the_ledger_grew() {
        var question = ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true);
        var before = ledger.bundle(question);
        ledger.publish(1, "2019-05-03T02:00:00Z");
        assertThat(ledger.bundle(question)).isEqualTo(before);
    }

    /** If this fails, bundles that inspectors hold are refused: make a new format beside this one (ADR 0025). */
    @Test
    void the_bytes_of_a_released_format_never_change() {
        var fixed = SampleLedger.fixed(2);
        assertThat(Sha256.of(fixed.bundle(fixed.question(Scope.JURISDICTION, SampleLedger.CODE, true))))
                .isEqualTo("8a121fac07394e54025d6961e50511043bf1b549fe8581f05a24ce1586947fbe");
    }

    @Test
    void a_bundle_about_the_past_under_a_later_tree_shows_where_the_known_ends() {
        var question = ledger.question(Scope.JURISDICTION, SampleLedger.CODE, 8, ledger.size(), true);
        var files = ledger.files(question);
        assertThat(files).containsKey(Paths.record(9)).doesNotContainKey(Paths.record(10));
        assertThat(Verification.of(Archive.write(files), trust).isTrusted()).isTrue();
        files.remove(Paths.record(9));
        files.remove(Paths.proof(9));
        assertRefused(sealed(files), "records/00000009.json");
    }

    @Test
    void without_a_trusted_key_it_is_sound_but_not_proven() {
        var bundle = ledger.bundle(ledger.question(Scope.UNIT, SampleLedger.UNIT, false));
        var verdict = Verification.of(bundle, new Trust(List.of(), Optional.empty()));
        assertThat(verdict.isTrusted()).isFalse();
        assertThat(verdict.inEnglish()).startsWith("SOUND, but signed by key gongkai/610926+");
        var other = new Trust(List.of(SampleLedger.of(1).verifierKey()), Optional.empty());
        assertThatThrownBy(() -> Verification.of(bundle, other))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("checkpoint: none of the keys that you trust");
    }

    @Test
    void a_claim_that_does_not_follow_from_the_records_is_named_with_its_obligation() {
        var files = ledger.files(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        replace(files, Paths.STATUSES, "\"status\":\"FULFILLED_LATE\"", "\"status\":\"FULFILLED\"");
        assertThatThrownBy(() -> Verification.of(sealed(files), trust))
                .hasMessageStartingWith("statuses.json: of 610926-2019-04-T02 it says «")
                .hasMessageContaining("FULFILLED_LATE");
    }

    @Test
    void a_cover_register_or_file_that_says_more_than_the_records_is_refused() {
        var files = ledger.files(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        var cover = new TreeMap<>(files);
        replace(cover, Paths.COVER, "逾期完成", "按期完成");
        assertRefused(sealed(cover), Paths.COVER);
        var register = new TreeMap<>(files);
        replace(register, Paths.REGISTER, "第1镇", "第9镇");
        assertRefused(sealed(register), Paths.REGISTER);
        var more = new TreeMap<>(files);
        more.put("readme.txt", new byte[] {1});
        assertRefused(sealed(more), "readme.txt");
    }

    @Test
    void a_document_that_the_plan_was_not_read_from_is_refused() {
        var files = ledger.files(ledger.question(Scope.UNIT, SampleLedger.UNIT, false));
        var document = files.tailMap("documents/").firstKey();
        files.put(document, new byte[] {1, 2, 3});
        assertRefused(sealed(files), document);
        files.remove(document);
        assertRefused(sealed(files), document);
    }

    @Test
    void a_record_left_out_of_the_middle_of_a_stream_is_noticed_in_any_bundle() {
        ledger.publish(1, "2019-05-03T02:00:00Z");
        var files = ledger.files(ledger.question(Scope.UNIT, SampleLedger.UNIT, false));
        files.remove(Paths.record(9));
        files.remove(Paths.proof(9));
        assertRefused(sealed(files), "records/00000012.json");
    }

    @Test
    void the_newest_record_left_out_is_noticed_in_a_complete_bundle_only() {
        var question = ledger.question(Scope.UNIT, "610926-T03", false);
        var less = new TreeMap<Long, byte[]>();
        for (int leaf : new int[] {0, 1, 2, 3, 4, 5, 8}) {
            less.put((long) leaf, ledger.record(leaf));
        }
        var shown = Archive.write(Bundle.of(ledger.material(question, less)));
        assertThat(Verification.of(shown, trust).inEnglish()).contains("the issuer's word alone");

        var all = ledger.question(Scope.UNIT, "610926-T03", true);
        var allButLast = new TreeMap<Long, byte[]>();
        for (int leaf = 0; leaf < ledger.size() - 1; leaf++) {
            allButLast.put((long) leaf, ledger.record(leaf));
        }
        assertRefused(Archive.write(Bundle.of(ledger.material(all, allButLast))), "records/00000011.json");
    }

    @Test
    void a_record_that_is_not_in_the_signed_tree_is_refused() {
        var files = ledger.files(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        replace(files, Paths.record(10), "2019-05-02T02:00:00Z", "2019-04-02T02:00:00Z");
        assertRefused(sealed(files), Paths.record(10));
    }

    @Test
    void a_tree_that_begins_with_the_earlier_checkpoint_is_accepted_and_says_so() {
        var bundle = ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        for (int size = 1; size <= ledger.size(); size++) {
            assertThat(Verification.of(bundle, with(ledger.checkpoint(size))).inEnglish())
                    .endsWith("begins with your earlier checkpoint of %d.".formatted(size));
        }
    }

    @Test
    void a_shorter_tree_than_an_earlier_checkpoint_is_refused_with_the_size_to_ask_for() {
        var bundle = ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, 7, 8, true));
        assertThatThrownBy(() -> Verification.of(bundle, with(ledger.checkpoint(9))))
                .hasMessageStartingWith("last-checkpoint: ")
                .hasMessageEndingWith("size=9");
    }

    @Test
    void rewritten_history_and_two_roots_for_one_size_are_refused_though_the_true_key_signed_them() {
        var kept = ledger.checkpoint(ledger.size());
        var keptBefore = ledger.checkpoint(ledger.size() - 1);
        var changed = new String(ledger.record(10), StandardCharsets.UTF_8)
                .replace("2019-05-02T02:00:00Z", "2019-04-02T02:00:00Z");
        ledger.rewrite(10, changed.getBytes(StandardCharsets.UTF_8));
        var bundle = ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        assertThat(Verification.of(bundle, trust).isTrusted()).isTrue();
        assertThatThrownBy(() -> Verification.of(bundle, with(kept)))
                .hasMessageStartingWith("last-checkpoint: two different trees of 12 leaves");
        assertThatThrownBy(() -> Verification.of(bundle, with(keptBefore)))
                .hasMessageContaining("history was rewritten");
    }

    @Test
    void a_witness_that_was_named_must_have_cosigned_the_very_tree_and_the_verdict_says_when() {
        var question = ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true);
        var unwitnessed = ledger.bundle(question);
        var witness = ledger.witnessed("witness.example");
        var both = new Trust(List.of(ledger.verifierKey()), Optional.empty(), List.of(witness.verifierKey()));
        assertThatThrownBy(() -> Verification.of(unwitnessed, both))
                .hasMessageStartingWith("checkpoint: the witness witness.example+")
                .hasMessageContaining("did not cosign the tree of 12 leaves");
        var bundle = ledger.bundle(question);
        assertThat(Verification.of(bundle, both).inEnglish())
                .endsWith(" The witness witness.example saw this very tree at 2019-03-01T08:00+08:00, grown from all"
                        + " that it saw before.");
        assertThat(Verification.of(bundle, both).inChinese())
                .endsWith("见证方 witness.example 于 2019-03-01T08:00+08:00 见证过这棵树。");
        assertThat(Verification.of(bundle, trust).isTrusted()).isTrue();
        assertThat(new String(Archive.read(bundle).get(Paths.COVER), StandardCharsets.UTF_8))
                .contains("见证方", witness.verifierKey());
    }

    @Test
    void a_witness_alone_never_stands_for_the_ledger() {
        var witness = ledger.witnessed("gongkai/610926");
        var bundle = ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        assertThatThrownBy(() -> Verification.of(bundle, new Trust(List.of(witness.verifierKey()), Optional.empty())))
                .hasMessageContaining("none of the keys that you trust signed it");
    }

    @Test
    void a_signature_that_no_listed_key_made_is_refused_and_so_is_a_key_that_is_listed_twice() {
        ledger.witnessed("witness.example");
        var files = ledger.files(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        var note = new String(files.get(Paths.CHECKPOINT), StandardCharsets.UTF_8);
        var own = ledger.verifierKey() + "\n";
        var unlisted = new TreeMap<>(files);
        unlisted.put(Paths.KEYS, own.getBytes(StandardCharsets.UTF_8));
        assertRefused(sealed(unlisted), Paths.CHECKPOINT);
        var twice = new TreeMap<>(files);
        twice.put(Paths.KEYS, (own + own).getBytes(StandardCharsets.UTF_8));
        assertRefused(sealed(twice), Paths.CHECKPOINT);
        var more = new TreeMap<>(files);
        more.put(Paths.CHECKPOINT, (note + "— witness.example AAAAAAAA\n").getBytes(StandardCharsets.UTF_8));
        assertRefused(sealed(more), Paths.CHECKPOINT);
    }

    @Test
    void an_earlier_checkpoint_that_was_cosigned_is_the_same_checkpoint() {
        var bundle = ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        ledger.witnessed("witness.example");
        assertThat(Verification.of(bundle, with(ledger.checkpoint(7))).inEnglish())
                .endsWith("begins with your earlier checkpoint of 7.");
    }

    @Test
    void an_earlier_checkpoint_of_an_unknown_key_or_another_ledger_is_refused() {
        var bundle = ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        assertThatThrownBy(() -> Verification.of(bundle, with(SampleLedger.of(3).checkpoint(5))))
                .hasMessageContaining("no key that is known here signed it");
        assertThatThrownBy(() -> Verification.of(bundle, with("nothing"))).hasMessageContaining("no signed checkpoint");
        assertThatThrownBy(() -> Verification.of(
                        bundle, with(ledger.checkpoint(5).replace("gongkai/610926\n", "gongkai/610927\n"))))
                .hasMessageContaining("it is of «gongkai/610927»");
    }

    private Trust with(String earlier) {
        return new Trust(List.of(ledger.verifierKey()), Optional.of(earlier));
    }

    /** With a manifest that fits, as a careful forger would make it. */
    static byte[] sealed(SortedMap<String, byte[]> files) {
        files.put(Paths.MANIFEST, Manifest.of(files));
        return Archive.write(files);
    }

    private static void replace(SortedMap<String, byte[]> files, String path, String text, String by) {
        var before = new String(files.get(path), StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        files.put(path, before.replaceFirst(text, by).getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(byte[] bundle, String place) {
        var refused = catchThrowableOfType(RefusedException.class, () -> Verification.of(bundle, trust));
        assertThat(refused).isNotNull();
        assertThat(refused.place()).as(refused.detail()).isEqualTo(place);
    }
}
