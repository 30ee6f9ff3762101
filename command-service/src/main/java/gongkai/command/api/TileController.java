package gongkai.command.api;

import gongkai.command.ledger.DamagedTreeException;
import gongkai.command.ledger.LedgerReader;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.proof.Hash;
import gongkai.proof.Tile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tree and its leaves in the pieces that C2SP tlog-tiles describes; a full piece never changes. */
@RestController
@RequestMapping(path = "/api/ledgers/{code}/tile", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
@Tag(name = "Ledger 台账")
class TileController {

    private static final String PLACE =
            "Three digits at a time, all groups but the last marked: 000, x001/234; a partial "
                    + "tile of 17: 000.p/17";

    private final LedgerReader ledger;

    TileController(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/{level}/{*place}")
    @Operation(summary = "Give a tile", description = "Up to 256 hashes of 32 bytes, side by side (C2SP tlog-tiles).")
    @Refuses({"REQUEST_MALFORMED", "TILE_UNKNOWN", "JURISDICTION_UNKNOWN", "LEDGER_DAMAGED", "LEDGER_UNAVAILABLE"})
    ResponseEntity<byte[]> giveTile(
            @PathVariable String code,
            @PathVariable int level,
            @Parameter(description = PLACE) @PathVariable String place) {
        var tile = tile(code, level, place);
        var hashes = ledger.hashes(code, level, tile.first(), tile.width());
        requireAll(code, tile, hashes.size());
        var bytes = ByteBuffer.allocate(tile.width() * Hash.SIZE);
        hashes.forEach(it -> bytes.put(it.bytes()));
        return answer(tile, bytes.array());
    }

    @GetMapping("/entries/{*place}")
    @Operation(
            summary = "Give the records of a tile",
            description = "Up to 256 records, each after its length in two bytes (C2SP tlog-tiles).")
    @Refuses({"TILE_UNKNOWN", "JURISDICTION_UNKNOWN", "LEDGER_DAMAGED", "LEDGER_UNAVAILABLE"})
    ResponseEntity<byte[]> giveEntries(
            @PathVariable String code, @Parameter(description = PLACE) @PathVariable String place) {
        var tile = tile(code, 0, place);
        var rows = ledger.rows(code, tile.first(), tile.width());
        requireAll(code, tile, rows.size());
        var bytes = new ByteArrayOutputStream();
        rows.forEach(it -> {
            bytes.write(it.record().length >> 8);
            bytes.write(it.record().length);
            bytes.writeBytes(it.record());
        });
        return answer(tile, bytes.toByteArray());
    }

    private Tile tile(String code, int level, String place) {
        long size = ledger.tree(code).size();
        if (size == 0) {
            throw new ProblemException(CommandProblem.JURISDICTION_UNKNOWN, "There is no ledger «%s».".formatted(code));
        }
        return Tile.parse(level, place.substring(1))
                .filter(it -> it.isIn(size))
                .orElseThrow(() -> new ProblemException(
                        CommandProblem.TILE_UNKNOWN,
                        "The ledger %s of %d leaves has no tile «%s» on level %d."
                                .formatted(code, size, place.substring(1), level)));
    }

    private static void requireAll(String code, Tile tile, int found) {
        if (found < tile.width()) {
            throw new DamagedTreeException(code, "the tile %s has %d entries".formatted(tile, found));
        }
    }

    private static ResponseEntity<byte[]> answer(Tile tile, byte[] bytes) {
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM);
        return (tile.isFull()
                        ? answer.cacheControl(
                                CacheControl.maxAge(Duration.ofDays(365)).immutable())
                        : answer)
                .body(bytes);
    }
}
