package org.exchangehub.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile of eight levels of the tree, or of the bundle of entries beside one of level 0 (C2SP tlog-tiles).
 *
 * @param level 0 to 5 (the specification allows 63; level 5 is above 2^40 leaves), or {@link #ENTRIES}
 * @param index which tile of its level, from 0
 * @param width how many hashes or entries it holds, 1 to 256; fewer than 256 is a partial tile
 */
public record Tile(int level, long index, int width) {

    /** Width of a full tile. */
    public static final int WIDTH = 256;

    /** Height in tree levels of a full tile. */
    public static final int HEIGHT = 8;

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    private static final int HIGHEST = 5;
    private static final Pattern PATH =
            Pattern.compile("tile/([0-5]|entries)/((?:x\\d{3}/){0,5})(\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > WIDTH) {
            throw new LogRefused("There is no tile of level " + level + ", index " + index + ", width " + width + ".");
        }
    }

    /**
     * The tile a path addresses, such as {@code tile/0/x001/067.p/8}.
     *
     * @throws LogRefused when the path is not one the specification allows
     */
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw LogRefused.expected("Tile path", "tile/<level|entries>/<index>[.p/<width>]", path);
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong((matcher.group(2) + matcher.group(3)).replaceAll("[x/]", ""));
        int width = matcher.group(4) == null ? WIDTH : Integer.parseInt(matcher.group(4));
        Tile tile = new Tile(level, index, width);
        if (!tile.path().equals(path)) {
            throw LogRefused.expected("Tile path", tile.path(), path);
        }
        return tile;
    }

    /** The path under the log's prefix. */
    public String path() {
        StringBuilder digits = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, "x%03d/".formatted(rest % 1000));
        }
        String name = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + name + "/" + digits + (width == WIDTH ? "" : ".p/" + width);
    }

    /** The tile of this level that holds a node, in a tree of so many leaves: partial at the right edge. */
    public static Tile holding(int level, long node, long size) {
        long nodes = size >>> (HEIGHT * Math.max(level, 0));
        if (node < 0 || node >= nodes) {
            throw LogRefused.because(
                    LogRefused.Reason.OUTSIDE_TREE, "Node of tile level " + level, "0 to " + (nodes - 1), node);
        }
        long index = node / WIDTH;
        return new Tile(level, index, (int) Math.min(WIDTH, nodes - index * WIDTH));
    }
}
