package org.exchangehub.core.audit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.tlog.EntryBundle;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.Tile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as any C2SP tlog-tiles client reads it: checkpoint and hash tiles openly, entries for auditors. */
@Hidden
@RestController
@RequestMapping("/log")
class TileController {

    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private final LogStore store;
    private final Witnesses witnesses;
    private final LogReader reader;

    TileController(LogStore store, Witnesses witnesses, LogReader reader) {
        this.store = store;
        this.witnesses = witnesses;
        this.reader = reader;
    }

    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> checkpoint() {
        String note = witnesses
                .newest()
                .map(Witnesses.Witnessed::note)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "The log has no checkpoint yet."));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(note);
    }

    @GetMapping(path = "/tile/**", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        Tile tile = parsed(request.getRequestURI());
        requirePublished(tile);
        if (tile.level() == Tile.ENTRIES) {
            reader.requireAuditor();
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(entries(tile));
        }
        return ResponseEntity.ok().cacheControl(NEVER_CHANGES).body(hashes(tile));
    }

    /** Full tiles and bundles that end below the minimum index are not given out any more (C2SP tlog-tiles, "Pruning"). */
    private void requirePublished(Tile tile) {
        long leaves = 1L << (Tile.HEIGHT * (Math.max(tile.level(), 0) + 1));
        long minimum = store.minimumIndex();
        if (tile.index() < minimum / leaves) {
            throw new HubProblem(
                    ErrorCode.NOT_FOUND,
                    tile.path() + " was pruned: the log is published from entry " + minimum + " on.");
        }
    }

    private static Tile parsed(String uri) {
        try {
            return Tile.parse(uri.substring(uri.indexOf("/log/") + "/log/".length()));
        } catch (LogRefused refused) {
            throw new HubProblem(ErrorCode.NOT_FOUND, String.valueOf(refused.getMessage()));
        }
    }

    private byte[] entries(Tile tile) {
        List<byte[]> entries = store.entries(tile.index() * Tile.WIDTH, tile.width()).stream()
                .map(LogStore.Stored::entry)
                .toList();
        requireWhole(tile, entries.size());
        return EntryBundle.encode(entries);
    }

    private byte[] hashes(Tile tile) {
        List<Hash> hashes = store.nodes(tile.level(), tile.index() * Tile.WIDTH, tile.width());
        requireWhole(tile, hashes.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    private static void requireWhole(Tile tile, int found) {
        if (found < tile.width()) {
            throw new HubProblem(ErrorCode.NOT_FOUND, "The log has not grown to " + tile.path() + " yet.");
        }
    }
}
