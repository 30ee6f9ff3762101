package gongkai.verifier;

import gongkai.bundle.Question;
import gongkai.proof.Checkpoint;
import gongkai.proof.Cosignature;
import gongkai.time.ChinaTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a sound bundle proves.
 *
 * @param records how many are in it
 * @param signers the trusted keys that signed it; none when no key was named as trusted
 * @param earlier the checkpoint with which its tree begins
 * @param cosignatures of the witnesses that the inspector named
 */
public record Verdict(
        Question question,
        SignedTree tree,
        int records,
        List<String> signers,
        Optional<Checkpoint> earlier,
        List<Cosignature> cosignatures) {

    /** Whether a key that the inspector named stands for it. */
    public boolean isTrusted() {
        return !signers.isEmpty();
    }

    public String inChinese() {
        return (isTrusted()
                        ? "已证实（签名密钥 %s，您已指明信任）".formatted(named(signers))
                        : "内容自洽，但签名密钥 %s 未经您指明信任（--trust）".formatted(named(tree.keys())))
                + "：台账 %s 共 %d 条，".formatted(question.origin(), question.size())
                + (question.complete()
                        ? "截至位置 %d 的全部记录在此，无一遗漏，未经改动；据此，".formatted(question.known())
                        : "本包 %d 条确在其中，未经改动；其后有无遗漏仅凭签发方所言；据此，".formatted(records))
                + "%s 于 %s 的状态如所列，均经重算。".formatted(question.subject(), ChinaTime.at(question.at()))
                + earlier.map(it -> "与您先前 %d 条的检查点一致。".formatted(it.size())).orElse("")
                + cosignatures.stream()
                        .map(it -> "见证方 %s 于 %s 见证过这棵树。".formatted(it.witness(), ChinaTime.at(it.at())))
                        .collect(Collectors.joining());
    }

    public String inEnglish() {
        return (isTrusted()
                        ? "PROVEN by key %s, which you trust".formatted(named(signers))
                        : "SOUND, but signed by key %s, which you have not named as trusted (--trust)"
                                .formatted(named(tree.keys())))
                + ": of ledger %s with %d records, ".formatted(question.origin(), question.size())
                + (question.complete()
                        ? "all up to position %d are here, none left out, none changed; ".formatted(question.known())
                        : "the %d here are unchanged, but that no newer one was left out is the issuer's word alone; "
                                .formatted(records))
                + "by them %s stands at %s as listed, each status recomputed."
                        .formatted(question.subject(), ChinaTime.at(question.at()))
                + earlier.map(it -> " The ledger begins with your earlier checkpoint of %d.".formatted(it.size()))
                        .orElse("")
                + cosignatures.stream()
                        .map(it -> " The witness %s saw this very tree at %s, grown from all that it saw before."
                                .formatted(it.witness(), ChinaTime.at(it.at())))
                        .collect(Collectors.joining());
    }

    /** Name and id of a verifier key. */
    private static String named(List<String> keys) {
        return keys.stream()
                .map(it -> it.substring(0, it.lastIndexOf('+', it.length() - 44)))
                .collect(Collectors.joining(", "));
    }
}
