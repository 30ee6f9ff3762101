package gongkai.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "000, 0, 256",
        "067, 67, 256",
        "x001/x234/067, 1234067, 256",
        "x001/000, 1000, 256",
        "000.p/1, 0, 1",
        "x001/234.p/255, 1234, 255"
    })
    void a_place_names_a_tile_and_a_tile_its_place(String place, long index, int width) {
        assertThat(Tile.parse(0, place)).contains(new Tile(0, index, width));
        assertThat(new Tile(0, index, width).place()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "1",
                "0000",
                "x000/001",
                "001/002",
                "000.p/0",
                "000.p/256",
                "000.p/01",
                "000.p/",
                "x001",
                "../etc",
                "000/",
                "-01"
            })
    void what_is_not_written_in_the_one_way_is_no_place(String place) {
        assertThat(Tile.parse(0, place)).isEmpty();
    }

    @Test
    void a_tree_has_the_tiles_that_its_leaves_fill() {
        assertThat(new Tile(0, 0, 256).isIn(256)).isTrue();
        assertThat(new Tile(0, 0, 256).isIn(255)).isFalse();
        assertThat(new Tile(0, 0, 255).isIn(255)).isTrue();
        assertThat(new Tile(1, 0, 1).isIn(256)).isTrue();
        assertThat(new Tile(1, 0, 2).isIn(511)).isFalse();
        assertThat(Tile.parse(8, "000")).isEmpty();
        assertThatThrownBy(() -> new Tile(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of 70,000 leaves: three levels of tiles, none but the lowest made of leaves. */
    @Test
    void roots_and_proofs_from_tiles_are_those_of_the_leaves() {
        int size = 70_000;
        Map<Integer, List<Hash>> levels = new HashMap<>();
        var range = CompactRange.EMPTY;
        for (int i = 0; i < size; i++) {
            var leaf = Hash.ofLeaf(ByteBuffer.allocate(4).putInt(i).array());
            range = range.plus(leaf, (height, index, hash) -> {
                if (Tile.isEntry(height)) {
                    var level = levels.computeIfAbsent(Tile.levelOf(height), _ -> new ArrayList<>());
                    assertThat(index).isEqualTo(level.size());
                    level.add(hash);
                }
            });
        }
        assertThat(levels).hasSize(3);
        var fromTiles = new MerkleTree(
                size,
                Tile.nodes((level, first, count) ->
                        levels.getOrDefault(level, List.of()).subList((int) first, (int) first + count)));
        var leaves = levels.getOrDefault(0, List.of());
        assertThat(fromTiles.root()).isEqualTo(range.root());
        long seed = System.nanoTime();
        var random = new Random(seed);
        IntStream.generate(() -> 1 + random.nextInt(size)).limit(20).forEach(part -> {
            var whole = MerkleTree.of(leaves.subList(0, part));
            var tiled = new MerkleTree(part, fromTiles.nodes());
            assertThat(tiled.root()).as("seed %d, size %d", seed, part).isEqualTo(whole.root());
            long leaf = random.nextInt(part);
            assertThat(tiled.inclusion(leaf)).as("seed %d, size %d", seed, part).isEqualTo(whole.inclusion(leaf));
            assertThat(tiled.consistency(leaf + 1))
                    .as("seed %d, size %d", seed, part)
                    .isEqualTo(whole.consistency(leaf + 1));
        });
    }
}
