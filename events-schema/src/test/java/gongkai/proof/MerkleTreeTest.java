package gongkai.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6962's tree against public vectors (transparency-dev/merkle, Apache-2.0), and proofs of random trees bent in every place. */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static MerkleTree tree(int size) {
        return MerkleTree.of(IntStream.range(0, size)
                .mapToObj(it -> Hash.ofLeaf(new byte[] {(byte) it}))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void the_roots_are_those_of_the_public_vectors(int size, String root) {
        var leaves = INPUTS.stream()
                .limit(size)
                .map(it -> Hash.ofLeaf(HEX.parseHex(it)))
                .toList();
        assertThat(HEX.formatHex(MerkleTree.of(leaves).root().bytes())).isEqualTo(root);
    }

    @Test
    void every_root_and_proof_up_to_size_16_is_that_of_the_public_accumulators() throws Exception {
        var roots = MessageDigest.getInstance("SHA-256");
        var inclusion = MessageDigest.getInstance("SHA-256");
        var consistency = MessageDigest.getInstance("SHA-256");
        for (int size = 0; size <= 16; size++) {
            var tree = tree(size);
            roots.update("%d %s\n"
                    .formatted(size, HEX.formatHex(tree.root().bytes()))
                    .getBytes(UTF_8));
            for (int leaf = 0; leaf < size; leaf++) {
                inclusion.update(line(leaf, size, tree.inclusion(leaf)));
            }
            for (int from = 1; from <= size; from++) {
                consistency.update(line(from, size, tree.consistency(from)));
            }
        }
        assertThat(HEX.formatHex(roots.digest()))
                .isEqualTo("127180073e8c5dfec22272bfb482fdc59f398fc84bf939d84a72b19d0fc03b96");
        assertThat(HEX.formatHex(inclusion.digest()))
                .isEqualTo("b6b39e89c75f2b39f17a3589a6bbf5a9e219939ab5d584a85ee91fc140691b81");
        assertThat(HEX.formatHex(consistency.digest()))
                .isEqualTo("171faa4b2c060d367423d80968195d6e87476cf713afc833c8b89d91f323cf31");
    }

    private static byte[] line(int one, int other, List<Hash> path) {
        var line = new StringBuilder().append(one).append(' ').append(other);
        path.forEach(it -> line.append(' ').append(HEX.formatHex(it.bytes())));
        return line.append('\n').toString().getBytes(UTF_8);
    }

    @Test
    void every_proof_of_a_tree_is_valid_and_no_other_leaf_size_or_hash_is() {
        for (int size = 1; size <= 40; size++) {
            var tree = tree(size);
            for (int leaf = 0; leaf < size; leaf++) {
                var path = tree.inclusion(leaf);
                var hash = tree.nodes().node(0, leaf);
                assertThat(Verifier.includes(hash, leaf, size, path, tree.root()))
                        .isTrue();
                assertThat(Verifier.includes(hash, leaf + 1L, size, path, tree.root()))
                        .isFalse();
                assertThat(Verifier.includes(hash, leaf, size, path, Hash.EMPTY))
                        .isFalse();
                assertThat(Verifier.includes(Hash.EMPTY, leaf, size, path, tree.root()))
                        .isFalse();
                assertThat(Verifier.includes(hash, leaf, size, longer(path), tree.root()))
                        .isFalse();
            }
        }
    }

    @Test
    void a_tree_is_consistent_with_each_that_it_grew_from_and_with_no_other() {
        for (int to = 1; to <= 40; to++) {
            var tree = tree(to);
            for (int from = 1; from <= to; from++) {
                var path = tree.consistency(from);
                var root = tree(from).root();
                assertThat(Verifier.isConsistent(from, to, root, tree.root(), path))
                        .isTrue();
                assertThat(Verifier.isConsistent(from, to, Hash.EMPTY, tree.root(), path))
                        .isFalse();
                assertThat(Verifier.isConsistent(from, to, root, Hash.EMPTY, path))
                        .isFalse();
                assertThat(Verifier.isConsistent(from, to, root, tree.root(), longer(path)))
                        .isFalse();
                assertThat(Verifier.isConsistent(from, to + 64L, root, tree.root(), path))
                        .isFalse();
            }
        }
    }

    private static List<Hash> longer(List<Hash> path) {
        var longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        return longer;
    }

    @Test
    void nothing_is_proven_about_a_tree_without_leaves() {
        assertThat(Verifier.includes(Hash.EMPTY, 0, 0, List.of(), Hash.EMPTY)).isFalse();
        assertThat(Verifier.isConsistent(0, 0, Hash.EMPTY, Hash.EMPTY, List.of()))
                .isFalse();
        assertThat(Verifier.isConsistent(0, 5, Hash.EMPTY, tree(5).root(), List.of()))
                .isFalse();
        assertThatThrownBy(() -> tree(3).inclusion(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(3).consistency(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_range_that_grows_leaf_by_leaf_has_the_root_of_the_whole_tree() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var range = CompactRange.EMPTY;
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            var record = new byte[random.nextInt(50)];
            random.nextBytes(record);
            leaves.add(Hash.ofLeaf(record));
            range = range.plus(leaves.getLast());
            assertThat(range.root())
                    .as("seed %d", seed)
                    .isEqualTo(MerkleTree.of(leaves).root());
        }
        assertThatThrownBy(() -> new CompactRange(3, List.of(Hash.EMPTY))).isInstanceOf(IllegalArgumentException.class);
    }
}
