package gongkai.verifier;

import gongkai.bundle.Paths;
import gongkai.bundle.Question;
import gongkai.bundle.RefusedException;

/** Checks a bundle in an order in which each check may rely on those before it. */
public final class Verification {

    private Verification() {}

    /** @throws RefusedException naming the first thing that is wrong */
    public static Verdict of(byte[] archive, Trust trust) {
        var contents = Contents.of(archive);
        var question = Question.read(contents.file(Paths.QUESTION))
                .orElseThrow(() -> new RefusedException(Paths.QUESTION, "it is no question"));
        question.flaw().ifPresent(it -> {
            throw new RefusedException(Paths.QUESTION, it);
        });
        var tree = SignedTree.of(contents, question);
        var signers = trust.signersOf(tree);
        var earlier = trust.checkGrowth(tree);
        var cosignatures = trust.cosignaturesOf(tree);
        var records = Records.of(contents, question, tree);
        checkClaims(contents, question, tree, records);
        return new Verdict(question, tree, records.records().size(), signers, earlier, cosignatures);
    }

    /** Whoever signs may also sign records that no rule of ours can judge. */
    private static void checkClaims(Contents contents, Question question, SignedTree tree, Records records) {
        try {
            Claims.check(contents, question, tree, records);
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RefusedException(Paths.RECORDS, "they cannot be judged: " + e);
        }
    }
}
