package gongkai.proof;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A piece of a tree that never changes once it is full, as the C2SP tlog-tiles format cuts it: up to 256 hashes side by
 * side, each the root of 256 to the power of {@code level} leaves.
 *
 * @param index among the tiles of its level, from the left
 * @param width how many hashes; fewer than 256 in a partial tile
 */
public record Tile(int level, long index, int width) {

    /** The hashes of a full tile; a tile is as high as eight nodes. */
    public static final int FULL = 256;

    private static final int HEIGHT = 8;

    /** 256 to the power of 8 does not fit into a long. */
    private static final int TOP = 7;

    private static final Pattern PLACE =
            Pattern.compile("(?<index>(?:x\\d{3}/){0,4}\\d{3})(?:\\.p/(?<width>[1-9]\\d{0,2}))?");

    /** @throws IllegalArgumentException for a level, index or width that no tile has */
    public Tile {
        if (level < 0 || level > TOP || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "There is no tile of level %d at %d with %d hashes".formatted(level, index, width));
        }
    }

    /** The tile at a place such as {@code x001/x234/067} or {@code 000.p/17}; empty when that is no place. */
    public static Optional<Tile> parse(int level, String place) {
        var parts = PLACE.matcher(place);
        if (level < 0 || level > TOP || !parts.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(parts.group("index").replaceAll("[x/]", ""));
        int width = parts.group("width") == null ? FULL : Integer.parseInt(parts.group("width"));
        boolean canonical = width <= FULL && (parts.group("width") == null || width < FULL);
        return canonical
                ? Optional.of(new Tile(level, index, width))
                        .filter(it -> it.place().equals(place))
                : Optional.empty();
    }

    /** The tile's place in a path: three digits at a time, all but the last group marked. */
    public String place() {
        var groups = new ArrayDeque<String>();
        groups.addFirst("%03d".formatted(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            groups.addFirst("x%03d".formatted(rest % 1_000));
        }
        return String.join("/", groups) + (width == FULL ? "" : ".p/" + width);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The index of its first hash among those of its level. */
    public long first() {
        return index * FULL;
    }

    /** Whether a tree of so many leaves has it. */
    public boolean isIn(long size) {
        return first() + width <= size >> (HEIGHT * level);
    }

    /** Gives the hashes of one level, so many from the first on. */
    @FunctionalInterface
    public interface Source {
        List<Hash> hashes(int level, long first, int count);
    }

    /** Whether the roots of subtrees of that height stand in tiles. */
    public static boolean isEntry(int height) {
        return height % HEIGHT == 0;
    }

    /** The level of the tiles in which, or below whose entries, nodes of that height are. */
    public static int levelOf(int height) {
        return height / HEIGHT;
    }

    /** All nodes of a tree from those that tiles hold: what lies inside a tile is hashed again. */
    public static MerkleTree.Nodes nodes(Source tiles) {
        return (height, index) -> {
            int inside = height % HEIGHT;
            var hashes = tiles.hashes(levelOf(height), index << inside, 1 << inside);
            return MerkleTree.of(hashes).root();
        };
    }
}
